import assert from 'node:assert/strict';
import type { PersonChoice } from '../../../src/core/text/matchPerson';
import { matchPerson } from '../../../src/core/text/matchPerson';

const PEOPLE: readonly PersonChoice[] = [
  { id: 'bo@example.com', name: 'Bo Larsen' },
  { id: 'jm@example.com', name: 'Müller, Jörg' },
  { id: 'am@example.com', name: 'Anne-Marie de la Cruz' },
  { id: 'nl@example.com', name: 'Nina Larsen' },
  { id: 'zs@example.com', name: 'Žofia Šťastná' },
  { id: 'lb@example.com', name: 'Lars Bo' },
];

describe('a person', () => {
  const find = (text: string): string => {
    const match = matchPerson(text, PEOPLE);
    return 'problem' in match ? match.problem : match.id;
  };

  for (const [text, id] of [
    ['müller', 'jm@example.com'],
    ['muller', 'jm@example.com'],
    ['Mueller', 'jm@example.com'],
    ['jorg', 'jm@example.com'],
    ['joerg', 'jm@example.com'],
    ['Jörg Müller', 'jm@example.com'],
    ['jorg-muller', 'jm@example.com'],
    ['Müller, Jörg', 'jm@example.com'],
    ['Larsen, Bo', 'bo@example.com'],
    ['larsen nina', 'nl@example.com'],
    ['cruz', 'am@example.com'],
    ['marie', 'am@example.com'],
    ['de la cruz', 'am@example.com'],
    ['Cruz, Anne', 'am@example.com'],
    ['stastna', 'zs@example.com'],
    ['zof', 'zs@example.com'],
    // A first name counts before a last one.
    ['bo', 'bo@example.com'],
    ['lars', 'lb@example.com'],
  ] as const) {
    it(`is found as ${text}`, () => {
      assert.equal(find(text), id);
    });
  }

  it('is not guessed among several', () => {
    assert.equal(find('larsen'), '@larsen could be Bo Larsen (bo@example.com) or Nina Larsen (nl@example.com).');
    assert.match(find('lar'), /could be Bo Larsen .*, Nina Larsen .* or Lars Bo /);
    for (const text of ['arsen', 'bo muller', '-', ',']) assert.match(find(text), /^Nobody here is called/, text);
  });
});
