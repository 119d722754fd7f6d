import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { stampHandEdits } from '../../../src/core/document/handEdits';
import type { Json } from '../../../src/core/document/json';
import { mergeDocuments } from '../../../src/core/document/merge';
import { compareRevisions } from '../../../src/core/branches/compareRevisions';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

const ID = 'g-0000000001';
const COUNT = 1000;

/** One long key above many short ones: written out, the paths are a hundred times the file. */
function below(value: Json): Json {
  const short = Array.from({ length: COUNT }, (_, index): [string, Json] => [`a${index}`, value]);
  return { ['k'.repeat(COUNT)]: Object.fromEntries(short) };
}

function made(minute: number, value: Json, title = 'The same'): GoalDocument {
  return documentWith({ [ID]: { title, x: below(value), created: stampAt(minute) } });
}

describe('paths that would be much longer than the file', () => {
  const size = formatDocument(made(1, 1)).length;
  const base = made(1, 0);

  it('are not written out by a merge, which takes the value of one side as a whole, in either order', () => {
    for (const known of [undefined, base]) {
      const [ours, theirs] = [made(1, 1, 'Ours'), made(2, 2, 'Theirs')];
      const { document, disagreements } = mergeDocuments(known, ours, theirs);
      const text = formatDocument(document);
      assert.ok(text.length < 2 * size, String(text.length));
      assert.equal(formatDocument(mergeDocuments(known, theirs, ours).document), text);
      assert.ok(JSON.stringify(disagreements).length < 4 * size);
      assert.match(text, /"a7": 2/);
    }
  });

  it('are the same where members of the file itself are so', () => {
    const [ours, theirs] = [1, 2].map((value) => documentWith({}, { version: 1, x: below(value) }));
    assert.ok(ours && theirs);
    const { document, disagreements } = mergeDocuments(undefined, ours, theirs);
    assert.equal(formatDocument(mergeDocuments(undefined, theirs, ours).document), formatDocument(document));
    assert.ok(JSON.stringify(disagreements).length < 4 * size);
  });

  it('are no stamps for what was edited by hand, and no list of what went back', () => {
    assert.ok(formatDocument(stampHandEdits(base, made(1, 1), stamperAt(9))).length < 2 * size);
    const problems = compareRevisions(made(2, 1), made(1, 0), 'before');
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['x'],
    );
  });

  it('are written out as ever where they are short', () => {
    const [ours, theirs] = [1, 2].map((minute) =>
      documentWith({
        [ID]: { title: 't', references: { 'https://example.com/a': true }, z: minute, created: stampAt(minute) },
      }),
    );
    assert.ok(ours && theirs);
    assert.match(formatDocument(mergeDocuments(undefined, ours, theirs).document), /"references\/https:~1~1example/);
  });
});
