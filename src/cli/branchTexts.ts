import { DAY } from '../core/day';
import type { Elsewhere } from '../core/rules/branchPlaces';
import type { GoalNode, Snapshot } from '../core/rules/snapshot';
import { oneLine } from '../core/text/safeText';

const MAX_BRANCH = 40;
const HOUR = 60 * 60 * 1000;

/** Where a goal stands beside this branch, e.g. `not merged`, `done on feat/x by Bo`; empty where that says nothing new. */
export function placeTexts({ goal }: GoalNode, { branches }: Snapshot): string[] {
  const places = branches?.places.get(goal.id);
  if (!branches || !places) return [];
  const hasMain = branches.facts.integration !== undefined;
  const here = goal.status === 'done' && hasMain && !places.merged ? ['not merged'] : [];
  return [...here, ...places.elsewhere.map(elsewhereText)];
}

/** The same in one line, and where it is merged; undefined where there is nothing to say. */
export function whereText(node: GoalNode, snapshot: Snapshot): string | undefined {
  const { integration } = snapshot.branches?.facts ?? {};
  const isMerged = snapshot.branches?.places.get(node.goal.id)?.merged === true;
  const merged = isMerged && integration ? [`merged to ${oneLine(integration.branch, MAX_BRANCH)}`] : [];
  return [...merged, ...placeTexts(node, snapshot)].join(', ') || undefined;
}

function elsewhereText({ branch, by, done, isIntegration }: Elsewhere): string {
  const what = isIntegration && done ? 'merged to' : done ? 'done on' : 'in flight on';
  const who = by.length === 0 ? '' : ` by ${oneLine(by.join(', '), 60)}`;
  return `${what} ${oneLine(branch, MAX_BRANCH)}${who}`;
}

/** How old what is known of the server is, e.g. `origin/main as of 3 h ago`; undefined without a server. */
export function ageText({ branches, calendar }: Snapshot): string | undefined {
  const { fetched, integration } = branches?.facts ?? {};
  if (fetched === undefined) return undefined;
  const name =
    integration?.isRemote === true ? oneLine(integration.branch, MAX_BRANCH) : 'other branches of the server';
  return `${name} as of ${agoText(Math.max(0, calendar.now - fetched))}`;
}

function agoText(millis: number): string {
  if (millis < HOUR) return `${Math.floor(millis / 60_000)} min ago`;
  if (millis < 2 * DAY) return `${Math.floor(millis / HOUR)} h ago`;
  return `${Math.floor(millis / DAY)} days ago`;
}
