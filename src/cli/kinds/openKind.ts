import { planEdits, saveEdits } from '../../app/edits';
import type { Fields } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import { KINDS } from '../../core/model/kinds';
import type { RecordPlan } from '../../core/records/planRecord';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { awaitsAnswer, recordLine, recordsOfKind } from '../../core/snapshot/recordNode';
import type { FieldContext } from '../../core/model/readFieldText';
import { PACT_END_REFUSALS } from '../../core/pacts/closePact';
import { PACT_REFUSALS } from '../../core/pacts/pactPlans';
import { Failure, permitted, refused } from '../terminal/failure';
import { fieldContext } from '../place/fieldContext';
import type { Named } from '../place/findGoal';
import { findId, goalNames, idsNamed, onlyId } from '../place/findGoal';
import type { VerbPlace, Wanted } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { readPeople } from '../place/people';
import { readSnapshot } from '../place/readSnapshot';
import type { Context } from '../terminal/verb';

/** Place with everything that the verbs of a kind need from it. */
export interface OpenedKind {
  readonly place: VerbPlace;
  readonly snapshot: Snapshot;
  readonly fields: FieldContext;
}

export async function openKind(context: Context, wanted: Wanted = {}): Promise<OpenedKind> {
  const place = await openVerbPlace(context, wanted);
  const [snapshot, people] = await Promise.all([readSnapshot(place, { ...wanted, me: true }), readPeople(place)]);
  const names = new Map([
    ...snapshot.people,
    ...people.filter(({ name }) => name !== 'me').map(({ id, name }) => [id, name] as const),
  ]);
  const named = { ...snapshot, people: names };
  const fields: FieldContext = {
    ...fieldContext(place),
    recordOf: (text, letters) => {
      const id = findId(text, namesOf(letters, named), letters, nameOfLetters(letters));
      return Promise.resolve({ id, label: id });
    },
  };
  return { place, snapshot: named, fields };
}

/**
 * Finds the record of a kind that a word names: as `findId` does, or by the goal that it stands below, if that goal has only one that is
 * open. @throws UsageError or NotFound, as `findId`.
 */
export function findRecord<F extends Fields>(word: string, kind: Kind<F>, snapshot: Snapshot): RecordNode<F> {
  const nodes = new Map(recordsOfKind(kind, snapshot).map((node) => [node.id, node]));
  const names = recordNames(nodes.values(), snapshot);
  const own = idsNamed(word, names, kind.letter);
  const ids = own.length > 0 ? own : recordsOfGoalNamed(word, nodes, snapshot);
  const node = nodes.get(onlyId(word, ids, names, kind.label.toLowerCase()));
  if (!node) throw new Failure(`${word} is gone.`);
  return node;
}

/** Options that say what a rule asks for. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  [PACT_REFUSALS.noReason, '--reason TEXT'],
  [PACT_REFUSALS.noNote, '--note TEXT'],
  [PACT_END_REFUSALS.noLesson, '--learned TEXT'],
  [PACT_END_REFUSALS.noDrop, '--reason TEXT'],
  [PACT_END_REFUSALS.unsure, '--reason TEXT'],
]);

/** Writes a plan. @throws Failure if a rule refuses it. @returns the id of the record. */
export async function savePlan(plan: RecordPlan, place: VerbPlace): Promise<string> {
  const option = 'problem' in plan ? ANSWERS.get(plan.problem) : undefined;
  if (option !== undefined && 'problem' in plan) throw new Failure(`${refused(plan).message} ${option}`);
  const permittedPlan = permitted(plan);
  await saveEdits(planEdits(permittedPlan, place), place);
  return permittedPlan.id;
}

/** Returns the names of the kinds whose ids begin with one of the letters. */
function nameOfLetters(letters: string): string {
  return Array.from(letters, nameOfLetter).join(' or ');
}

/** Returns the name of the kind whose ids begin with a letter: the general one, if several share it. */
function nameOfLetter(letter: string): string {
  const kinds = KINDS.filter((kind) => kind.letter === letter);
  return (kinds.find(({ where }) => where === undefined) ?? kinds[0])?.label.toLowerCase() ?? 'record';
}

/** Returns the names of what a field may name. @param letters those of the kinds. */
export function namesOf(letters: string, snapshot: Snapshot): Named {
  const { goals, records } = snapshot;
  const found = [...records.values()].filter(({ id }) => letters.includes(id.charAt(0)));
  const named = recordNames(found, snapshot);
  return letters.includes('g') ? new Map([...goalNames(goals), ...named]) : named;
}

function recordNames(nodes: Iterable<RecordNode>, snapshot: Snapshot): Named {
  return new Map(
    [...nodes].map((node) => [node.id, { title: recordLine(node, snapshot), isClosed: isAnswered(node) }]),
  );
}

function recordsOfGoalNamed(word: string, nodes: ReadonlyMap<string, RecordNode>, { goals }: Snapshot): string[] {
  const named = new Set(idsNamed(word, goalNames(goals), 'g'));
  return [...nodes.values()].filter((node) => named.has(node.goal ?? '') && !isAnswered(node)).map(({ id }) => id);
}

/** Tells whether a record asked people for something and has its answer. */
function isAnswered(node: RecordNode): boolean {
  return node.kind.awaits !== undefined && !awaitsAnswer(node);
}
