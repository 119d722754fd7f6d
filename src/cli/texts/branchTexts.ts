import { DAY } from '../../core/ports/ports';
import { FACT_TEXTS } from '../../core/reports/factText';
import { factTexts } from '../../core/reports/goalFacts';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { oneLine } from '../../core/text/safeText';
import { factWords } from './goalTexts';

const MAX_BRANCH = 40;
const HOUR = 60 * 60 * 1000;

/** Says where a goal stands besides this branch, e.g. `merged to main, done on feat/x by Bo`; undefined if nowhere else. */
export function whereText(node: GoalNode, snapshot: Snapshot): string | undefined {
  const { integration } = snapshot.branches?.facts ?? {};
  const isMerged = snapshot.branches?.places.get(node.goal.id)?.merged === true;
  const words = factWords(snapshot);
  const merged = isMerged && integration ? [fillText(FACT_TEXTS.mergedTo, words.clean(integration.branch))] : [];
  const others = factTexts(['branches'], node, snapshot, words).map(({ text }) => text);
  return [...merged, ...others].join(', ') || undefined;
}

/** Says how old our knowledge of the server is, e.g. `origin/main as of 3 h ago`; undefined without a server. */
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
