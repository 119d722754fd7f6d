import { goalKind } from '../model/goal';
import { fieldText, readPlainText } from '../model/readFieldText';
import type { FeedbackNode } from '../feedback/feedbackThreads';
import type { Pact } from '../snapshot/pactView';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { TERMS_FIELDS, termValues } from './pactTerms';

/** Signatures that an edit takes the ground from. */
export interface SignaturesNeeded {
  readonly pact: GoalNode;
  /** Addresses of the people who signed the present terms, and of those who are asked for them already. */
  readonly people: readonly string[];
}

/** Returns whose signatures the edit of a suggestion needs anew; undefined if it changes no terms that anybody has signed. */
export function signaturesNeeded(node: FeedbackNode, snapshot: Snapshot): SignaturesNeeded | undefined {
  const { field, value } = node.values;
  const goal = snapshot.goals.get(node.goal ?? '');
  const isOfPact = goal?.goal.kind === 'pact';
  const about = isOfPact ? goal : snapshot.goals.get(goal?.goal.parent ?? '');
  const pact = snapshot.pacts.get(about?.goal.id ?? '');
  if (!goal || !about || !pact || field === undefined) return undefined;
  const signed: readonly string[] = isOfPact ? TERMS_FIELDS.pact : TERMS_FIELDS.commitments;
  if (!signed.includes(field) || !(isOfPact || goal.goal.kind === 'commitment')) return undefined;
  const read = readPlainText(goalKind.fields[field], value ?? '', snapshot.calendar);
  const before = termValues(goal.goal)[field];
  if ('problem' in read || fieldText(read.value) === fieldText(before)) return undefined;
  const people = signersOf(pact);
  return people.length === 0 ? undefined : { pact: about, people };
}

function signersOf({ parties }: Pact): readonly string[] {
  return parties.flatMap(({ person, state }) => (state === 'signed' || state === 'lapsed' ? [person] : []));
}
