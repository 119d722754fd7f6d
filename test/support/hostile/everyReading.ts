import { findDeletedWhileEdited } from '../../../src/core/document/deletedWhileEdited';
import { formatLogLines, parseLogLines } from '../../../src/core/document/disagreementLog';
import { documentIn } from '../../../src/core/document/fileReading';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { stampHandEdits } from '../../../src/core/document/handEdits';
import { planHealing } from '../../../src/core/document/healing';
import type { Json } from '../../../src/core/document/json';
import { isObject, member } from '../../../src/core/document/json';
import { KnownRecords } from '../../../src/core/document/knownRecords';
import { mergeDocuments } from '../../../src/core/document/merge';
import { joinOverlay, overlayOf, overtakenClaims } from '../../../src/core/document/overlay';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { createStamper } from '../../../src/core/document/stamp';
import { createPositionFinder } from '../../../src/core/document/textPosition';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { planArchive, planRestore } from '../../../src/core/goals/archiveGoals';
import { buildSnapshot } from '../../../src/core/space/buildSnapshot';
import { calendarAt } from '../../../src/core/snapshot/calendar';
import { carryOver } from '../../../src/core/branches/carryOver';
import { compareRevisions, futureStamps } from '../../../src/core/branches/compareRevisions';
import { openDisagreements, settle } from '../../../src/core/snapshot/disagreements';
import { shareGoal } from '../../../src/core/goals/shareGoal';
import type { Snapshot } from '../../../src/core/snapshot/snapshot';
import { teamNews } from '../../../src/core/reports/teamNews';
import { systemHash, systemZone } from '../../../src/store/nodePorts';
import { COMMIT, ME, NOW, stampOf } from './hostileDocuments';

const PATH = '/place/.microgoals/goals.json';
const stamper = createStamper({ now: () => NOW }, 'mine');

/** All that stands between the bytes of a goals file and what is made of its document, but for merging. */
export function readEverything(bytes: Uint8Array): GoalDocument | undefined {
  const known = new KnownRecords();
  const reading = parseGoalFile(bytes, { known });
  const document = documentIn(reading);
  const text = reading.state === 'absent' ? '' : reading.text;
  const find = createPositionFinder(reading.state === 'broken' ? '' : text);
  planHealing({ disk: reading, unmerged: undefined, resolved: undefined });
  if (!document) return undefined;
  for (const { record = '', path } of futureStamps(document, NOW)) find(record, path);
  const edited = editedDocument(document, 'bbbb', 3);
  known.keep(formatDocument(document), document);
  const after = known.format(edited);
  parseGoalFile(new TextEncoder().encode(after), { known });
  stampHandEdits(document, edited, stamper);
  teamNews(document, edited, systemZone);
  compareRevisions(document, edited, 'before');
  return document;
}

/** All that a merge of the document with other versions of it asks for. */
export function mergeEverything(base: GoalDocument): void {
  const [ours, theirs] = [editedDocument(base, 'aaaa', 3), editedDocument(base, 'bbbb', 2)];
  for (const known of [base, undefined]) {
    const { document, disagreements } = mergeDocuments(known, ours, theirs);
    const deleted = findDeletedWhileEdited(known, ours, theirs);
    const file = PATH;
    const lines = formatLogLines([...disagreements, ...deleted].map((each) => ({ ...each, file, tips: {} })));
    for (const each of openDisagreements(parseLogLines(lines), PATH, document)) settle(each, 'lost');
    formatDocument(document);
  }
  const [ourText, theirText] = [ours, theirs].map(formatDocument);
  const marked = `<<<<<<< a\n${ourText ?? ''}=======\n${theirText ?? ''}>>>>>>> b\n`;
  planHealing({ disk: parseGoalFile(new TextEncoder().encode(marked)), unmerged: undefined, resolved: undefined });
  const overlay = overlayOf(base, ours);
  joinOverlay(theirs, overlay);
  overtakenClaims(theirs, overlay);
  carryOver([...theirs.records.keys()], theirs, (id) => ours.records.has(id));
  planRestore({ goals: ours, archive: theirs }, [...theirs.records.keys()].slice(0, 3));
}

/** What is shown of the document, as the goals of a team or as personal ones, with the commits that it was made of. */
export function snapshotOf(
  document: GoalDocument,
  scope: 'team' | 'personal',
): { readonly snapshot: Snapshot; readonly commits: readonly LinkedCommit[] } {
  const reading = { state: 'ok', text: '', document, problems: [] } as const;
  const ids = [...document.records.keys()].filter((id) => id.startsWith('g-'));
  const commits = ids.map((id, number) => commitOf(number, id));
  const snapshot = buildSnapshot({
    sources: [{ scope, path: PATH, reading }],
    commits: [...commits, { ...commitOf(0, ''), commit: COMMIT, goals: [] }],
    me: ME,
    active: ids.at(-1),
    people: new Map([[ME, 'Ana']]),
    calendar: calendarAt(NOW, systemZone),
    hash: systemHash,
  });
  planArchive(snapshot, { goals: document, archive: document }, 0);
  for (const id of ids.slice(0, 3)) shareGoal(document, id, { isShared: () => false, me: ME });
  return { snapshot, commits };
}

function commitOf(number: number, goal: string): LinkedCommit {
  return {
    commit: String(number).padStart(40, '0'),
    parent: undefined,
    author: { name: `Person ${number}`, email: `p${number}@example.com` },
    date: NOW - 1000 * number,
    subject: `Do a part of ${goal}`,
    goals: [{ id: goal, closes: number % 3 === 0 }],
    reverts: number % 6 === 5 ? [String(number - 1).padStart(40, '0')] : [],
    state: 'here',
    inHead: true,
    ref: 'main',
  };
}

/** The document as a clone goes on with it: another title here and there, a deletion, a creation stamp that is not the same. */
export function editedDocument(document: GoalDocument, replica: string, every: number): GoalDocument {
  let number = 0;
  const records = Array.from(document.records, ([id, record]): [string, Json] => {
    number += 1;
    if (!isObject(record) || number % every !== 0) return [id, record];
    const edits = member(record, 'edits');
    const stamp = stampOf(100_000 + number, replica);
    const isDeleted = number % (every * 5) === 0;
    const own = { title: stamp, 'x/a/b': stamp, ...(isDeleted ? { deleted: stamp } : {}) };
    const created = number % (every * 3) === 0 ? { created: stampOf(number, replica) } : {};
    const changed = { title: `By ${replica}`, ...(isDeleted ? { deleted: true } : {}), ...created };
    return [id, { ...record, ...changed, edits: { ...(isObject(edits) ? edits : {}), ...own } }];
  });
  return { ...document, records: new Map(records) };
}
