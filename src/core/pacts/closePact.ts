import { amendmentKind } from '../model/amendment';
import { milestoneKind } from '../model/milestone';
import type { Random } from '../ports/ports';
import { oneLine } from '../text/safeText';
import { setField, setStatus } from '../changes/goalActions';
import { addRecord } from '../changes/recordActions';
import type { Refusal } from '../changes/refusal';
import { refusalOf } from '../changes/refusal';
import type { RecordPlan } from '../records/planRecord';
import type { Change } from '../document/change';
import { byCodeUnit } from '../document/json';
import type { Pact } from '../snapshot/pactView';
import { isClosed } from '../snapshot/goalStanding';
import { awaitsAnswer, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';
import { partyFor, planOf, unclosedPact } from './pactPlans';
import { partsTakenBack } from './proposedParts';
import { awaitedParties, decliningParties } from './pactWaiting';

/** Reasons why a pact may not be closed, and what speaks against calling it kept, in English; keys of the l10n bundle. */
export const PACT_END_REFUSALS = {
  notParty: 'Only its parties close "{0}".',
  noLesson: 'Say in one line what was learned.',
  noDrop: 'Say in one line why it is dropped.',
  draft: '"{0}" is a draft: nobody has agreed to it, so it cannot be kept. Propose it, or drop it.',
  unsure: 'This speaks against calling "{0}" kept: {1}. Say in one line why it counts as kept.',
  open: 'open: {0}',
  ahead: 'not reached: {0}',
  unmeasured: 'nothing is measured',
  short: 'the target is not reached',
  unsigned: 'not signed by {0}',
  declined: 'declined by {0}',
} as const;

/** Titles and names that a refusal lists at most. */
const MOST = 10;
const LONGEST = 100;

/** Ending of a pact. kept asks for a reason where something speaks against it, missed what was learned, dropped why. */
export type PactEnd =
  | { readonly state: 'kept'; readonly reason?: string | undefined }
  | { readonly state: 'missed'; readonly learned: string }
  | { readonly state: 'dropped'; readonly reason: string };

export function planClose(node: GoalNode, end: PactEnd, snapshot: Snapshot, random: Random): RecordPlan {
  const pact = unclosedPact(node, snapshot);
  if ('problem' in pact) return pact;
  if (pact.parties.length > 0 && !partyFor(pact, undefined, snapshot))
    return refusalOf(PACT_END_REFUSALS.notParty, node.goal);
  const { id } = node.goal;
  const takenBack = (reason: string): Change[] => partsTakenBack(pact, node, reason, snapshot);
  switch (end.state) {
    case 'kept': {
      const reason = end.reason?.trim() ?? '';
      const refused = keptRefusal(pact, node, snapshot);
      if (refused && (reason === '' || pact.state === 'draft')) return refused;
      return planOf(node, [...changeNote(id, reason, snapshot, random), setStatus(id, 'done'), ...takenBack(reason)]);
    }
    case 'missed': {
      const learned = end.learned.trim();
      if (learned === '') return { problem: PACT_END_REFUSALS.noLesson };
      return planOf(node, [setField(id, 'learned', learned), setStatus(id, 'missed'), ...takenBack(learned)]);
    }
    case 'dropped': {
      const note = end.reason.trim();
      if (note === '') return { problem: PACT_END_REFUSALS.noDrop };
      return planOf(node, [...changeNote(id, note, snapshot, random), setStatus(id, 'dropped'), ...takenBack(note)]);
    }
  }
}

function changeNote(goal: string, note: string, { me, calendar }: Snapshot, random: Random): Change[] {
  return note === '' ? [] : [addRecord(amendmentKind, { goal, by: me, note, from: calendar.today }, random).change];
}

/** Returns what speaks against calling a pact kept, as a refusal that names it; undefined if nothing does. */
function keptRefusal(pact: Pact, node: GoalNode, snapshot: Snapshot): Refusal | undefined {
  if (pact.state === 'draft') return refusalOf(PACT_END_REFUSALS.draft, node.goal);
  const parts = openIn(pact, node, snapshot);
  return parts.length === 0 ? undefined : refusalOf(PACT_END_REFUSALS.unsure, node.goal, { parts });
}

function openIn(pact: Pact, node: GoalNode, snapshot: Snapshot): Refusal[] {
  const commitments = pact.commitments.flatMap((id) => snapshot.goals.get(id) ?? []).filter((each) => !isClosed(each));
  const titles = commitments.map(({ goal }) => `"${oneLine(goal.title, LONGEST)}"`).sort(byCodeUnit);
  const milestones = recordsAt(pact.id, milestoneKind, snapshot).filter((each) => awaitsAnswer(each));
  const names = (people: readonly string[]): string[] => people.map((each) => snapshot.people.get(each) ?? each);
  return [
    ...listed(PACT_END_REFUSALS.open, titles),
    ...listed(
      PACT_END_REFUSALS.ahead,
      milestones.map(({ values }) => `"${oneLine(values.title ?? '', LONGEST)}"`),
    ),
    ...measureGap(node),
    ...listed(PACT_END_REFUSALS.unsigned, names(awaitedParties(pact))),
    ...listed(PACT_END_REFUSALS.declined, names(decliningParties(pact))),
  ];
}

function measureGap({ measure }: GoalNode): Refusal[] {
  if (!measure) return [];
  if (measure.now === undefined) return [{ problem: PACT_END_REFUSALS.unmeasured }];
  return measure.progress < 1 ? [{ problem: PACT_END_REFUSALS.short }] : [];
}

function listed(problem: string, texts: readonly string[]): Refusal[] {
  if (texts.length === 0) return [];
  const shown = texts.slice(0, MOST).map((text) => oneLine(text, LONGEST));
  return [{ problem, about: [[...shown, ...(texts.length > MOST ? ['…'] : [])].join(', ')] }];
}
