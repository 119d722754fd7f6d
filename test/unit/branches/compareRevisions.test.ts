import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import type { Json, JsonObject } from '../../../src/core/document/json';
import { withMember, withoutMember } from '../../../src/core/document/json';
import { mergeDocuments } from '../../../src/core/document/merge';
import { compareRevisions, futureStamps, withArchive } from '../../../src/core/branches/compareRevisions';
import { setField, setStatus, setTags } from '../../../src/core/changes/goalActions';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

const [A, B] = ['g-aaaaaaaaaa', 'g-bbbbbbbbbb'] as const;
const GOAL = { title: 'A goal', status: 'open', tags: { ci: true }, created: stampAt(0) };
const BEFORE = applyChanges(documentWith({ [A]: GOAL, [B]: GOAL }), [setStatus(A, 'done')], stamperAt(5));

const found = (now: typeof BEFORE): string[] =>
  compareRevisions(BEFORE, now, 'abc').map(({ code, record, path }) => [code, record, path].join(' ').trim());

describe('compareRevisions', () => {
  it('has nothing to say of edits, deletions, additions, hand edits and moves to the archive', () => {
    const edited = applyChanges(
      BEFORE,
      [setStatus(A, 'open'), setField(B, 'deleted', true), ...setTags(A, ['ci'], ['x/y'])],
      stamperAt(9),
    );
    assert.deepEqual(found(edited), []);
    assert.deepEqual(
      found(withArchive(documentWith({ [A]: BEFORE.records.get(A) ?? null }), documentWith({ [B]: GOAL }))),
      [],
    );
    const byHand = { ...GOAL, title: 'By hand' };
    assert.deepEqual(found(documentWith({ ...Object.fromEntries(BEFORE.records), [B]: byHand, 'g-c': GOAL })), []);
    assert.deepEqual(found(mergeDocuments(BEFORE, edited, BEFORE).document), []);
  });

  it('finds a record that is gone', () => {
    assert.deepEqual(found(documentWith({ [A]: BEFORE.records.get(A) ?? null })), [`lost-record ${B}`]);
  });

  it('finds values that went back behind a later edit, also one that was taken away, at any depth', () => {
    assert.deepEqual(found(documentWith({ [A]: GOAL, [B]: GOAL })), [`older-value ${A} status`]);
    const tagged = applyChanges(BEFORE, setTags(A, ['ci'], ['x/y']), stamperAt(9));
    const codes = compareRevisions(tagged, BEFORE, 'abc').map(({ path }) => path);
    assert.deepEqual(codes.sort(), ['tags/ci', 'tags/x~1y']);
  });

  it('finds that a goal is done by an earlier claim', () => {
    const again = applyChanges(BEFORE, [setStatus(A, 'open'), setStatus(A, 'done')], stamperAt(9));
    const codes = compareRevisions(again, BEFORE, 'abc').map(({ code, path }) => `${code} ${path}`);
    assert.deepEqual(codes, ['older-value status']);
  });

  it('finds values that are gone though no edit took them away', () => {
    const record = BEFORE.records.get(A) as JsonObject;
    const all = Object.fromEntries(BEFORE.records);
    const now = (changed: Json): string[] => found(documentWith({ ...all, [A]: changed }));
    assert.deepEqual(now(withoutMember(record, 'title')), [`lost-value ${A} title`]);
    assert.deepEqual(now(withoutMember(record, 'status')), [`lost-value ${A} status`]);
    assert.deepEqual(now(withMember(record, 'tags', {})), [`lost-value ${A} tags/ci`]);
    assert.deepEqual(now(withMember(record, 'title', {})), [`lost-value ${A} title`]);
    assert.deepEqual(now({ created: stampAt(9) }), [
      `lost-value ${A} title`,
      `older-value ${A} status`,
      `lost-value ${A} tags/ci`,
    ]);
    for (const nothing of [null, 'gone', [], true]) assert.deepEqual(now(nothing), [`lost-record ${A}`]);
    assert.ok(now({ deleted: true }).includes(`older-value ${A} title`));
  });

  it('has nothing to say of what was taken away with a stamp, also of all that an object held', () => {
    const edited = applyChanges(
      BEFORE,
      [setField(A, 'title', undefined), ...setTags(A, ['ci'], []), setField(B, 'tags', undefined)],
      stamperAt(9),
    );
    assert.deepEqual(found(edited), []);
  });

  it('reads the copy in the archive together with the one in the shared file', () => {
    const shared = documentWith({ [A]: GOAL, [B]: GOAL });
    assert.deepEqual(found(withArchive(shared, BEFORE)), []);
  });
});

describe('futureStamps', () => {
  it('finds stamps more than a day ahead, with their place', () => {
    const now = Date.UTC(2026, 10, 20);
    const day = (number: number): string => `202611${number}T000000001Z-0000-aaaa`;
    const document = documentWith({
      [A]: { title: 'x', created: day(21), edits: { 'tags/x~1y': day(22), due: day(20), odd: 'no stamp' } },
      [B]: { title: 'x', created: day(25) },
      'z-later': 'text',
    });
    assert.deepEqual(
      futureStamps(document, now).map(({ code, record, path }) => [code, record, path]),
      [
        ['future-stamp', A, 'created'],
        ['future-stamp', A, 'edits/tags~1x~01y'],
        ['future-stamp', B, 'created'],
      ],
    );
  });
});
