import { kindOfGoal } from '../core/model/kinds';
import type { GoalKind, GoalStatus } from '../core/model/goal';
import { daysBlocked } from '../core/rules/blockers';
import { isClosed, isOverdue } from '../core/rules/goalStanding';
import { measureText, outlookWord } from '../core/rules/okrTexts';
import { outlookOf } from '../core/rules/outlook';
import type { GoalNode, Snapshot } from '../core/rules/snapshot';
import { fillText } from '../core/text/fillText';
import { shortDate } from '../core/text/isoDate';
import { oneLine } from '../core/text/safeText';
import { placeTexts } from './branchTexts';
import type { Colour } from './terminal';

export const MARKS: Readonly<Record<GoalStatus, string>> = {
  open: '[ ]',
  done: '[x]',
  proposed: '[?]',
  paused: '[-]',
  missed: '[!]',
  dropped: '[/]',
};
const ACTIVE_MARK = '[>]';

/** `key result` of a `keyResult`. */
export function goalKindName(kind: GoalKind): string {
  return kindOfGoal(kind).label.toLowerCase();
}

export function markOf({ goal }: GoalNode, { active }: Snapshot): string {
  return goal.id === active && goal.status === 'open' ? ACTIVE_MARK : MARKS[goal.status];
}

export interface Detail {
  readonly text: string;
  readonly colour: Colour;
}

/** What stands behind a title, the most important first. */
export function detailsOf(node: GoalNode, snapshot: Snapshot): Detail[] {
  const { goal } = node;
  const details: Detail[] = [];
  const add = (text: string, colour: Colour = 'dim'): unknown => details.push({ text, colour });
  if (node.children.length > 0) add(`${node.done}/${node.total}`, 'cyan');
  if (node.measure) add(oneLine(measureText(node.measure, fillText), 60), 'cyan');
  const blocked = blockedText(node, snapshot);
  if (blocked !== undefined) add(blocked, 'red');
  for (const text of placeTexts(node, snapshot)) add(text, 'green');
  if (goal.due !== undefined && !isClosed(node)) {
    const isLate = isOverdue(node, snapshot.calendar);
    add(`${isLate ? 'overdue' : 'due'} ${shortDate(goal.due, snapshot.calendar.today)}`, isLate ? 'red' : 'yellow');
  }
  const outlook = outlookOf(node, snapshot);
  if (outlook && outlook.state !== 'onTrack') {
    add(outlookWord(outlook.state, fillText), outlook.state === 'offTrack' ? 'red' : 'yellow');
  }
  if (goal.kind !== 'micro') add(goalKindName(goal.kind));
  if (goal.owner !== undefined) add(`@${ownerName(goal.owner, snapshot)}`);
  if (goal.priority !== undefined) add(`!p${goal.priority}`);
  if (goal.tags.length > 0) add(oneLine(goal.tags.map((tag) => `#${tag}`).join(' '), 40));
  if (node.commits.length > 0) add(node.commits.length === 1 ? '1 commit' : `${node.commits.length} commits`);
  return details;
}

/** `blocked 5 days` while something stands in its way; a goal that is closed waits for nothing. */
export function blockedText(node: GoalNode, snapshot: Snapshot): string | undefined {
  const days = daysBlocked(node, snapshot);
  if (days === undefined) return undefined;
  return days === 0 ? 'blocked since today' : `blocked ${days === 1 ? '1 day' : `${days} days`}`;
}

/** The name that the files know, else what stands before the @ of the address: the same signs as `add` takes. */
export function ownerName(owner: string, { people }: Snapshot): string {
  return oneLine(people.get(owner) ?? owner.replace(/@.*$/, ''), 30);
}
