import type { Json, JsonObject } from '../document/json';
import { byCodeUnit, sameJson } from '../document/json';
import type { RecordNode } from '../snapshot/snapshot';
import { stampOfMember } from './goalNews';
import { editsOf } from './registerChanges';

/** What people do with goals and records besides writing, changing and deleting them. */
export type NewsAct =
  | 'declined'
  | 'agreed'
  | 'proposed'
  | 'kept'
  | 'missed'
  | 'feedbackAccepted'
  | 'feedbackDeclined'
  | 'feedbackResolved'
  | 'feedbackOpened'
  | 'relationAccepted'
  | 'resourceGranted'
  | 'resourceDeclined'
  | 'blockerCleared'
  | 'milestoneReached'
  | 'cycleClosed'
  | 'cycleOpened';

/** How a field of a kind tells an act. */
interface ActRule {
  readonly field: string;
  /** Fields that are written with it. */
  readonly also?: readonly string[];
  /** Field with the word that is given with it. */
  readonly note?: string;
  readonly act: (value: unknown) => NewsAct | undefined;
}

const ANSWER = { field: 'state', also: ['reason', 'answeredBy'], note: 'reason' } as const;

/** The acts by the name of the kind. */
const RULES: Readonly<Record<string, ActRule>> = {
  feedback: {
    ...ANSWER,
    act: oneOf({
      accepted: 'feedbackAccepted',
      declined: 'feedbackDeclined',
      resolved: 'feedbackResolved',
      open: 'feedbackOpened',
    }),
  },
  relation: { ...ANSWER, act: oneOf({ accepted: 'relationAccepted', declined: 'declined' }) },
  resource: { field: 'state', act: oneOf({ granted: 'resourceGranted', declined: 'resourceDeclined' }) },
  blocker: { field: 'resolution', note: 'resolution', act: givenOr('blockerCleared') },
  milestone: { field: 'reached', act: givenOr('milestoneReached') },
  cycle: { field: 'closed', also: ['carried', 'report', 'undo'], act: givenOr('cycleClosed', 'cycleOpened') },
};

export interface RecordAct {
  readonly act: NewsAct;
  readonly fields: readonly string[];
  readonly stamp: string | undefined;
  /** Who answered; undefined if the record does not say. */
  readonly author: string | undefined;
  readonly note: string | undefined;
}

/** Returns what was done with a record since it was as before, or since it was made; undefined if nothing that has a name. */
export function recordAct(
  { kind, values }: RecordNode,
  record: JsonObject,
  before: RecordNode | undefined,
): RecordAct | undefined {
  const rule = RULES[kind.name];
  if (!rule) return undefined;
  const { field, also = [], note = '', act } = rule;
  const edited = new Set(editsOf(record).map(([path]) => path.split('/')[0]));
  const isChanged = (name: string): boolean =>
    before ? !sameJson(valueOf(values, name), valueOf(before.values, name)) : edited.has(name);
  const isBack = before === undefined && values[field] === kind.fields[field]?.initial;
  const did = isChanged(field) && !isBack ? act(values[field]) : undefined;
  if (did === undefined) return undefined;
  const fields = [field, ...also].filter(isChanged);
  const stamps = fields.flatMap((name) => stampOfMember(record, name) ?? []).sort(byCodeUnit);
  const author = textOf(values['answeredBy'])?.toLowerCase();
  return { act: did, fields, stamp: stamps.at(-1), author, note: textOf(values[note]) };
}

function oneOf(acts: Readonly<Record<string, NewsAct>>): ActRule['act'] {
  return (value) => (typeof value === 'string' ? acts[value] : undefined);
}

function givenOr(given: NewsAct, taken?: NewsAct): ActRule['act'] {
  return (value) => (value === undefined ? taken : given);
}

function valueOf(values: Readonly<Record<string, unknown>>, name: string): Json {
  return (values[name] ?? null) as Json;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
