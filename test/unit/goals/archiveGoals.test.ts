import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import type { Json } from '../../../src/core/document/json';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import { mergeDocuments } from '../../../src/core/document/merge';
import { buildSnapshot } from '../../../src/core/space/buildSnapshot';
import type { ArchiveFiles, ArchivePlan } from '../../../src/core/goals/archiveGoals';
import { planArchive, planRestore } from '../../../src/core/goals/archiveGoals';
import { calendarAt } from '../../../src/core/snapshot/calendar';
import { setField, setStatus } from '../../../src/core/changes/goalActions';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { systemHash, systemZone } from '../../../src/store/nodePorts';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

/** Long after every `stampAt`. */
const NOW = Date.UTC(2027, 5, 1);
const [TOP, PART, OTHER, LATER] = ['g-aaaaaaaaaa', 'g-bbbbbbbbbb', 'g-cccccccccc', 'g-dddddddddd'] as const;
const goal = (status: string, more: Record<string, Json> = {}): Json => ({
  title: 'A goal',
  status,
  ...more,
  created: stampAt(0),
});

function snapshotOf(goals: GoalDocument, archive?: GoalDocument): Snapshot {
  const documents: [string, GoalDocument][] = [
    ['goals', goals],
    ...(archive ? [['archive', archive] as [string, GoalDocument]] : []),
  ];
  return buildSnapshot({
    sources: documents.map(([path, document]) => ({
      scope: 'team' as const,
      path,
      reading: { state: 'ok' as const, text: formatDocument(document), document, problems: [] },
    })),
    commits: [],
    me: undefined,
    active: undefined,
    people: new Map(),
    calendar: calendarAt(NOW, systemZone),
    hash: systemHash,
  });
}

function carryOut(files: ArchiveFiles, { steps }: ArchivePlan, until = steps.length): ArchiveFiles {
  return steps
    .slice(0, until)
    .reduce<ArchiveFiles>(
      (current, { file, changes }) => ({ ...current, [file]: applyChanges(current[file], changes, stamperAt(50)) }),
      files,
    );
}

function archive(files: ArchiveFiles, until?: number): ArchiveFiles {
  return carryOut(files, planArchive(snapshotOf(files.goals), files, 90), until);
}

const ids = ({ records }: GoalDocument): string[] => [...records.keys()].sort();

describe('the archive', () => {
  const files = (records: Record<string, Json>): ArchiveFiles => ({
    goals: documentWith(records),
    archive: emptyDocument(),
  });

  it('takes whole trees that were closed long ago, with their stamps, and what names their goals', () => {
    const records = {
      [TOP]: goal('done', { edits: { status: stampAt(3) } }),
      [PART]: goal('dropped', { parent: TOP }),
      [OTHER]: goal('open'),
      'c-eeeeeeeeee': { goal: PART, note: 'half', created: stampAt(1) },
      'c-ffffffffff': { goal: OTHER, note: 'half', created: stampAt(1) },
    };
    const after = archive(files(records));
    assert.deepEqual(ids(after.goals), ['c-ffffffffff', OTHER]);
    assert.deepEqual(ids(after.archive), ['c-eeeeeeeeee', TOP, PART]);
    assert.deepEqual(after.archive.records.get(TOP), records[TOP]);
  });

  it('leaves what belongs to something open, was closed lately or nobody knows when, and tombstones', () => {
    const lately = '20270525T000000000Z-0000-aaaa';
    const records = {
      [TOP]: goal('open'),
      [PART]: goal('done', { parent: TOP }),
      [OTHER]: goal('done', { edits: { status: lately } }),
      [LATER]: { title: 'By hand', status: 'done' },
      'g-gggggggggg': goal('done', { deleted: true }),
    };
    const before = files(records);
    assert.deepEqual(planArchive(snapshotOf(before.goals), before, 90).steps, []);
  });

  it('has every record in one of the files at least, wherever it is interrupted, and goes on from there', () => {
    const before = files({ [TOP]: goal('done'), [OTHER]: goal('open') });
    const done = archive(before);
    const half = archive(before, 1);
    assert.deepEqual(ids(half.goals), [TOP, OTHER]);
    assert.deepEqual(ids(half.archive), [TOP]);
    assert.equal(snapshotOf(half.goals, half.archive).goals.get(TOP)?.source, 'goals');
    assert.deepEqual(archive(half), done);
  });

  it('gives a goal back that another branch went on with: it stands in both, and the shared file wins', () => {
    const base = files({ [TOP]: goal('done'), [PART]: goal('done', { parent: TOP }), [OTHER]: goal('done') });
    const here = archive(base);
    const there = applyChanges(base.goals, [setStatus(PART, 'open'), setField(OTHER, 'deleted', true)], stamperAt(40));
    const merged: ArchiveFiles = {
      goals: mergeDocuments(base.goals, here.goals, there).document,
      archive: mergeDocuments(base.archive, here.archive, base.archive).document,
    };
    const seen = snapshotOf(merged.goals, merged.archive);
    assert.equal(seen.goals.get(PART)?.goal.status, 'open');
    assert.equal(seen.goals.has(OTHER), false, 'a deleted goal does not come back by the archive');
    const tidied = archive(merged);
    assert.deepEqual(ids(tidied.goals), [TOP, PART, OTHER]);
    assert.deepEqual(ids(tidied.archive), []);
    assert.equal(snapshotOf(tidied.goals).goals.get(PART)?.parent, TOP);
    assert.equal(snapshotOf(tidied.goals).goals.has(OTHER), false);
  });

  it('is honoured by a merge with a branch that did not touch the goal', () => {
    const base = files({ [TOP]: goal('done'), [OTHER]: goal('open') });
    const there = applyChanges(base.goals, [setStatus(OTHER, 'done')], stamperAt(40));
    const { document } = mergeDocuments(base.goals, archive(base).goals, there);
    assert.deepEqual(ids(document), [OTHER]);
  });

  it('restores a goal with the tree it went with', () => {
    const before = files({ [TOP]: goal('done'), [PART]: goal('done', { parent: TOP }), [OTHER]: goal('done') });
    const archived = archive(before);
    assert.deepEqual(ids(archived.goals), []);
    const restored = carryOut(archived, planRestore(archived, [PART]));
    assert.deepEqual(ids(restored.goals), [TOP, PART]);
    assert.deepEqual(ids(restored.archive), [OTHER]);
    assert.deepEqual(restored.goals.records.get(PART), before.goals.records.get(PART));
  });
});
