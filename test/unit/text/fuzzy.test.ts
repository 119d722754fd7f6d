import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fuzzyScore } from '../../../src/core/text/fuzzy';

const SEED = 20261121;

/** The candidates from best to worst. */
function ranked(query: string, candidates: readonly string[]): string[] {
  return candidates
    .map((candidate) => ({ candidate, score: fuzzyScore(query, candidate) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate);
}

describe('fuzzyScore', () => {
  it('prefers starts of words and letters in a row', () => {
    assert.deepEqual(ranked('ci-time', ['Cut CI time', 'Social maritime', 'Clean up']).at(0), 'Cut CI time');
    assert.deepEqual(ranked('log', ['Catalogue', 'Ship the login page']).at(0), 'Ship the login page');
  });

  it('prefers the candidate with less left over', () => {
    assert.deepEqual(ranked('cache', ['Cache warm-up', 'Cache']), ['Cache', 'Cache warm-up']);
  });

  it('ignores case, diacritics, blanks and dashes', () => {
    assert.ok(fuzzyScore('ubermut', 'Übermut') > 0);
    assert.ok(fuzzyScore('cut_ci-TIME', 'Cut CI time') > 0);
    assert.ok(fuzzyScore('strasse', 'Straße') > 0);
  });

  it('refuses letters out of order, scattered ones, and nothing at all', () => {
    assert.equal(fuzzyScore('emit', 'time'), 0);
    assert.equal(fuzzyScore('xyz', 'a box, my buzz'), 0);
    assert.equal(fuzzyScore('--', 'Cut CI time'), 0);
    assert.equal(fuzzyScore('', 'Cut CI time'), 0);
    assert.equal(fuzzyScore('a', ''), 0);
  });

  it('finds every title by itself better than by nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (title) => {
        assert.equal(fuzzyScore(title, title) > 0, /[\p{L}\p{N}]/u.test(title));
      }),
      { seed: SEED },
    );
  });

  it('matches a megabyte', () => {
    assert.ok(fuzzyScore('a'.repeat(1_000_000), 'a'.repeat(1_000_000)) > 0);
  });
});
