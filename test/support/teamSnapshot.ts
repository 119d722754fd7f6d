import { createHash } from 'node:crypto';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { JsonObject } from '../../src/core/document/json';
import type { FileReading } from '../../src/core/document/fileReading';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import { formatStamp } from '../../src/core/document/stamp';
import type { GoalFields } from '../../src/core/changes/goalActions';
import type { Zone } from '../../src/core/ports/ports';
import type { BranchFacts } from '../../src/core/snapshot/branchFacts';
import type { LinkedCommit } from '../../src/core/snapshot/linkedCommit';
import { buildSnapshot } from '../../src/core/space/buildSnapshot';
import type { Scope, Snapshot, SourceReading } from '../../src/core/snapshot/snapshot';
import { systemHash } from '../../src/store/nodePorts';
import { documentWith } from './documents';

const DAY = 24 * 60 * 60 * 1000;
/** A Wednesday at noon UTC: the day on which `snapshotOf` looks at its goals. */
export const NOON = Date.UTC(2026, 10, 18, 12);
export const TODAY = '2026-11-18';
export const UTC: Zone = { aheadAt: () => 0 };

export interface GoalSketch extends GoalFields {
  readonly weight?: number;
  /** Days before NOON at which the goal was made and got its status; default 3. */
  readonly daysAgo?: number;
  /** The rarer fields. */
  readonly more?: JsonObject;
}

/** What else stands in the file; `daysAgo` says when it was made. */
export type RecordSketch = JsonObject & { readonly daysAgo?: number };

/** The id of the goal with that number; `parent` takes it. */
export function goalId(number: number): string {
  return `g-${String(number).padStart(10, '0')}`;
}

/** A goals file with these goals, numbered from `first`, and other records by id. */
export function goalsFile(
  sketches: readonly GoalSketch[],
  first = 1,
  others: Readonly<Record<string, RecordSketch>> = {},
): FileReading {
  const goals = sketches.map((sketch, index): [string, JsonObject] => [goalId(first + index), recordOf(sketch)]);
  const said = Object.entries(others).map(([id, { daysAgo = 3, ...record }]): [string, JsonObject] => [
    id,
    { ...record, created: stampOf(daysAgo) },
  ]);
  const document = documentWith(Object.fromEntries([...goals, ...said]));
  return { state: 'ok', text: formatDocument(document), document, problems: [] };
}

function stampOf(daysAgo: number): string {
  return formatStamp({ millis: NOON - daysAgo * DAY, counter: 0, replica: 'aaaa' });
}

function recordOf({ daysAgo = 3, tags, more = {}, ...fields }: GoalSketch): JsonObject {
  const present = Object.entries({ kind: 'micro', status: 'open', ...fields }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...(Object.fromEntries(present) as JsonObject),
    ...(tags ? { tags: Object.fromEntries(tags.map((tag) => [tag, true])) } : {}),
    ...more,
    created: stampOf(daysAgo),
  };
}

export interface SnapshotSketch {
  readonly team?: readonly GoalSketch[] | FileReading;
  /** Numbered from 9001. */
  readonly personal?: readonly GoalSketch[];
  readonly active?: string;
  readonly me?: string;
  readonly people?: Readonly<Record<string, string>>;
  readonly commits?: readonly LinkedCommit[];
  readonly branches?: BranchFacts;
  readonly archive?: FileReading;
}

/** What the views would show of these goals on TODAY. */
export function snapshotOf(sketch: SnapshotSketch): Snapshot {
  const { team = { state: 'absent' }, personal = [], people = {}, commits = [] } = sketch;
  const source = (scope: Scope, reading: FileReading): SourceReading => ({ scope, path: `/${scope}.json`, reading });
  return buildSnapshot({
    sources: [source('team', 'state' in team ? team : goalsFile(team)), source('personal', goalsFile(personal, 9001))],
    commits,
    branches: sketch.branches,
    archived: sketch.archive && source('team', sketch.archive),
    me: sketch.me,
    active: sketch.active,
    people: new Map(Object.entries(people)),
    hash: systemHash,
    calendar: { now: NOON, today: TODAY, sunday: '2026-11-22', weekStart: Date.UTC(2026, 10, 16), zone: UTC },
  });
}

/** What branches say beside `main`: each with the records of a goals file that are not the same there. */
export function branchFacts(
  main: readonly GoalSketch[],
  branches: Readonly<Record<string, FileReading>> = {},
): BranchFacts {
  const recordsOf = (reading: FileReading): GoalDocument['records'] =>
    'document' in reading ? reading.document.records : new Map();
  return {
    branches: Object.entries(branches).map(([branch, reading]) => ({
      branch,
      commit: createHash('sha1').update(branch).digest('hex'),
      isIntegration: false,
      by: { name: 'Bo', email: 'bo@example.com' },
      records: recordsOf(reading),
    })),
    integration: {
      branch: 'origin/main',
      isRemote: true,
      document: documentWith(Object.fromEntries(recordsOf(goalsFile(main)))),
    },
    fetched: NOON - 3 * 60 * 60 * 1000,
    unknown: [],
    left: 0,
  };
}

/** A commit that names these goals, made the day before NOON; those that name other goals are other commits. */
export function commitOf(...goals: readonly string[]): LinkedCommit {
  return {
    commit: createHash('sha1').update(goals.join(' ')).digest('hex'),
    parent: undefined,
    author: { name: 'Ana', email: 'ana@example.com' },
    date: NOON - DAY,
    subject: 'Do a part of it',
    goals: goals.map((id) => ({ id, closes: false })),
    reverts: [],
    state: 'here',
    inHead: true,
    ref: 'main',
  };
}

/** The same with every pact in force, as if all of its parties had signed it. */
export function agreed(snapshot: Snapshot): Snapshot {
  const pacts = [...snapshot.pacts].map(
    ([id, pact]) => [id, { ...pact, state: 'active', inForce: pact.terms }] as const,
  );
  return { ...snapshot, pacts: new Map(pacts) };
}
