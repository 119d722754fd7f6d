import { planEdits, saveEdits } from '../../app/edits';
import type { Fields } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import type { RecordPlan } from '../../core/records/planRecord';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { recordLine, recordsOfKind } from '../../core/snapshot/recordNode';
import type { FieldContext } from '../../core/model/readFieldText';
import { Failure, permitted } from '../terminal/failure';
import { fieldContext } from '../place/fieldContext';
import { findId } from '../place/findGoal';
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
    recordOf: (text, letter) => {
      const id = findId(text, titles(letter, named), letter);
      return Promise.resolve({ id, label: id });
    },
  };
  return { place, snapshot: named, fields };
}

/** Finds the record of a kind that a word names. @throws UsageError or Failure, as `findId`. */
export function findRecord<F extends Fields>(word: string, kind: Kind<F>, snapshot: Snapshot): RecordNode<F> {
  const nodes = new Map(recordsOfKind(kind, snapshot).map((node) => [node.id, node]));
  const lines = new Map([...nodes].map(([id, node]) => [id, { title: recordLine(node) }]));
  const node = nodes.get(findId(word, lines, kind.letter, kind.label.toLowerCase()));
  if (!node) throw new Failure(`${word} is gone.`);
  return node;
}

/** Writes a plan. @throws Failure if a rule refuses it. @returns the id of the record. */
export async function savePlan(plan: RecordPlan, place: VerbPlace): Promise<string> {
  const permittedPlan = permitted(plan);
  await saveEdits(planEdits(permittedPlan, place), place);
  return permittedPlan.id;
}

function titles(letter: string, { goals, records }: Snapshot): ReadonlyMap<string, { readonly title: string }> {
  if (letter === 'g') return new Map([...goals].map(([id, { goal }]) => [id, goal]));
  const found = [...records].filter(([id]) => id.startsWith(letter));
  return new Map(found.map(([id, node]) => [id, { title: recordLine(node) }]));
}
