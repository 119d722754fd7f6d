import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { mergeDocuments } from '../../../src/core/document/merge';
import { anyTriple, causalHistory } from './mergeArbitraries';
import { naiveMerge } from './naiveMerge';

export const MERGE_SEED = 20261121;

/** Merges any triples: commutative, idempotent, a side that did nothing yields, bytes equal to those of the oracle. */
export function checkTriples(count: number): void {
  const property = fc.property(anyTriple, ({ base, ours, theirs }) => {
    const merged = mergeDocuments(base, ours, theirs);
    const swapped = mergeDocuments(base, theirs, ours);
    const text = formatDocument(merged.document);
    assert.equal(formatDocument(swapped.document), text, 'not commutative');
    assert.deepEqual(
      swapped.disagreements.map(({ record, path }) => `${record} ${path}`).sort(),
      merged.disagreements.map(({ record, path }) => `${record} ${path}`).sort(),
    );
    assert.equal(formatDocument(naiveMerge(base, ours, theirs)), text, 'differs from the oracle');
    const ourText = formatDocument(ours);
    assert.equal(formatDocument(mergeDocuments(base, ours, ours).document), ourText, 'not idempotent');
    if (base === undefined || base.top['version'] !== ours.top['version']) return;
    assert.equal(formatDocument(mergeDocuments(base, base, ours).document), ourText, 'an idle side does not yield');
  });
  run(property, count, 'triples');
}

/** Merges three clones of one base in every order and grouping: one result, with the base known and without. */
export function checkAssociativity(count: number): void {
  const property = fc.property(causalHistory, ({ base, heads }) => {
    for (const known of [base, undefined]) {
      const join = (a: GoalDocument, b: GoalDocument): GoalDocument => mergeDocuments(known, a, b).document;
      const [x, y, z] = heads as [GoalDocument, GoalDocument, GoalDocument];
      const texts = [join(join(x, y), z), join(x, join(y, z)), join(join(z, x), y)].map(formatDocument);
      assert.equal(new Set(texts).size, 1, 'depends on the order');
      assert.equal(formatDocument(join(join(x, y), y)), formatDocument(join(x, y)), 'a second merge changes something');
    }
  });
  run(property, count, 'causal histories');
}

function run<T>(property: fc.IProperty<T>, numRuns: number, what: string): void {
  fc.assert(property, { numRuns, seed: MERGE_SEED });
  console.log(
    `      ${numRuns} ${what}, seed ${MERGE_SEED}, ${process.platform} ${process.arch}, Node ${process.version}`,
  );
}
