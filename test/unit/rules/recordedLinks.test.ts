import assert from 'node:assert/strict';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import type { LinkedCommit } from '../../../src/core/model/linkedCommit';
import { recordedLinks, withRecordedLinks } from '../../../src/core/rules/recordedLinks';
import type { SourceReading } from '../../../src/core/rules/snapshot';

const A = 'g-4kq7w2m9xd';
const B = 'g-0000000000';
const FULL = 'a'.repeat(40);

function sourceOf(records: Readonly<Record<string, Json>>): SourceReading {
  const document = { ...emptyDocument(), records: new Map(Object.entries(records)) };
  return { scope: 'team', path: 'goals.json', reading: { state: 'ok', text: '', document, problems: [] } };
}

function commit(date: number, changes: Partial<LinkedCommit> = {}): LinkedCommit {
  const author = { name: 'Ana', email: 'ana@example.com' };
  const where = { state: 'here', inHead: true, ref: 'main' } as const;
  return { commit: FULL, parent: undefined, author, date, subject: 'S', goals: [], reverts: [], ...where, ...changes };
}

describe('links that records make', () => {
  it('need a goal and the full name of a commit', () => {
    const records = {
      'l-0000000001': { goal: A, commit: FULL },
      'l-0000000002': { goal: A, commit: FULL, deleted: true },
      'l-0000000003': { goal: A, commit: 'HEAD' },
      'l-0000000004': { commit: FULL },
      'l-0000000005': 'x',
      [A]: { title: 'Goal' },
    };
    assert.deepEqual(recordedLinks([sourceOf(records)]), [{ goal: A, commit: FULL, closes: false }]);
    assert.deepEqual(recordedLinks([{ scope: 'team', path: 'x', reading: { state: 'absent' } }]), []);
  });

  it('stand beside those of the message, and never open what the message closes', () => {
    const commits = [commit(1, { goals: [{ id: A, closes: true }] }), commit(2, { commit: 'b'.repeat(40) })];
    const links = [
      { goal: A, commit: FULL, closes: false },
      { goal: B, commit: FULL, closes: true },
    ];
    const joined = withRecordedLinks(commits, links);
    assert.deepEqual(
      joined.map(({ date }) => date),
      [2, 1],
    );
    assert.deepEqual(joined[1]?.goals, [
      { id: A, closes: true },
      { id: B, closes: true },
    ]);
    assert.equal(withRecordedLinks(commits, []), commits);
  });
});
