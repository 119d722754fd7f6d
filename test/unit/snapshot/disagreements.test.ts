import assert from 'node:assert/strict';
import { applyChange } from '../../../src/core/document/change';
import type { LoggedDisagreement } from '../../../src/core/document/disagreementLog';
import { formatLogLines, parseLogLines } from '../../../src/core/document/disagreementLog';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { mergeDocuments } from '../../../src/core/document/merge';
import { buildSnapshot } from '../../../src/core/space/buildSnapshot';
import { calendarAt } from '../../../src/core/snapshot/calendar';
import { isDeletion, openDisagreements, settle } from '../../../src/core/snapshot/disagreements';
import type { Scope, SourceReading } from '../../../src/core/snapshot/snapshot';
import { systemHash, systemZone } from '../../../src/store/nodePorts';
import { documentWith, readText, stampAt, stamperAt } from '../../support/documents';

const GOAL = 'g-4kq7w2m9xd';
const FILE = '.microgoals/goals.json';
const BASE = documentWith({ [GOAL]: { title: 'Old', status: 'open', created: stampAt(1) } });

function edited(document: GoalDocument, path: string, value: string | boolean, minute: number): GoalDocument {
  return applyChange(document, { type: 'set', id: GOAL, path, value }, stamperAt(minute));
}

function merged(path = 'title', values = ['Mine', 'Hers']): { document: GoalDocument; noted: LoggedDisagreement[] } {
  const [ours = BASE, theirs = BASE] = values.map((value, index) => edited(BASE, path, value, 10 + index));
  const { document, disagreements } = mergeDocuments(BASE, ours, theirs);
  const tips = { ours: 'a'.repeat(40), theirs: 'b'.repeat(40) };
  return { document, noted: disagreements.map((each) => ({ file: FILE, ...each, tips })) };
}

describe('open disagreements', () => {
  it('are those whose winner stands, each once, with both values and the tips of each', () => {
    const { document, noted } = merged();
    const [found, ...more] = openDisagreements([...noted, ...noted], FILE, document);
    assert.deepEqual(more, []);
    assert.deepEqual([found?.stands.value, found?.lost.value], ['Hers', 'Mine']);
    assert.deepEqual(found?.tips, { stands: 'b'.repeat(40), lost: 'a'.repeat(40) });
    assert.deepEqual(openDisagreements(noted, '.microgoals/archive.json', document), []);
  });

  it('are gone after any later edit of the register, and after no other', () => {
    const { document, noted } = merged();
    assert.deepEqual(openDisagreements(noted, FILE, edited(document, 'title', 'New', 30)), []);
    assert.equal(openDisagreements(noted, FILE, edited(document, 'status', 'done', 30)).length, 1);
  });

  for (const [choice, value] of [
    ['stands', 'Hers'],
    ['lost', 'Mine'],
  ] as const) {
    it(`are settled by one change: ${choice}`, () => {
      const { document, noted } = merged();
      const [found] = openDisagreements(noted, FILE, document);
      assert.ok(found);
      const settled = applyChange(document, settle(found, choice), stamperAt(30));
      assert.match(JSON.stringify(settled.records.get(GOAL)), new RegExp(`"title":"${value}"`));
      assert.deepEqual(openDisagreements(noted, FILE, settled), []);
    });
  }

  it('include goals that were edited after their deletion, which one change restores', () => {
    const document = edited(edited(BASE, 'deleted', true, 10), 'title', 'Still on it', 11);
    const [found, ...more] = openDisagreements([], FILE, document);
    assert.ok(found);
    assert.deepEqual([more, found.path], [[], 'deleted']);
    for (const choice of ['stands', 'lost'] as const) {
      const settled = applyChange(document, settle(found, choice), stamperAt(30));
      assert.match(JSON.stringify(settled.records.get(GOAL)), new RegExp(`"deleted":${choice === 'stands'}`));
      assert.deepEqual(openDisagreements([], FILE, settled), []);
    }
  });
});

describe('disagreements of a snapshot', () => {
  const snapshotOf = (sources: readonly SourceReading[], noted: LoggedDisagreement[], archived?: SourceReading) =>
    buildSnapshot({
      sources,
      archived,
      noted,
      commits: [],
      me: undefined,
      active: undefined,
      people: new Map(),
      calendar: calendarAt(0, systemZone),
      hash: systemHash,
    }).disagreements;
  const source = (document: GoalDocument, path: string, scope: Scope = 'team'): SourceReading => ({
    scope,
    path,
    reading: readText(formatDocument(document)),
  });

  it('are those of the files of the team, each with its file and the title that stands', () => {
    const { document, noted } = merged();
    const found = snapshotOf([source(document, FILE)], noted);
    assert.deepEqual(
      found.map(({ file, title, path }) => [file, title, path]),
      [[FILE, 'Hers', 'title']],
    );
    assert.deepEqual(snapshotOf([source(document, FILE, 'personal')], noted), []);
  });

  it('include goals that only the archive holds, and those that are deleted', () => {
    const { document, noted } = merged();
    const archive = '.microgoals/archive.json';
    const inArchive = noted.map((each) => ({ ...each, file: archive }));
    const deleted = edited(edited(BASE, 'deleted', true, 10), 'title', 'Still on it', 11);
    const found = snapshotOf([source(deleted, FILE)], inArchive, source(document, archive));
    assert.deepEqual(
      found.map((each) => [each.file, each.title, isDeletion(each)]),
      [
        [FILE, 'Still on it', true],
        [archive, 'Hers', false],
      ],
    );
  });
});

describe('the log of disagreements', () => {
  it('reads what it wrote, and passes over what is damaged', () => {
    const { noted } = merged();
    const text = formatLogLines(noted);
    assert.deepEqual(parseLogLines(text), noted);
    assert.deepEqual(parseLogLines(`{"file":1}\n[]\n\n${text}${text.slice(0, 40)}`), noted);
  });

  it('keeps that a value was removed', () => {
    const { noted } = merged();
    const removed = noted.map((each) => ({ ...each, ours: { value: undefined, stamp: stampAt(3) } }));
    assert.deepEqual(parseLogLines(formatLogLines(removed)), removed);
  });
});
