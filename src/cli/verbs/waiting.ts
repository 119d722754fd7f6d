import { recordTitle } from '../../core/okr/relationText';
import { fillText } from '../../core/text/fillText';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { Waiting } from '../../core/team/waiting';
import { WAITING_TEXTS } from '../../core/team/waitingTexts';
import { uncountedSignature } from '../../core/pacts/pactWaiting';
import { waitingOnMe } from '../../core/team/waiting';
import { dayOf } from '../../core/snapshot/calendar';
import { shortDate } from '../../core/text/isoDate';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import { ownerName } from '../texts/goalTexts';
import { ownDoubtText } from '../texts/doubtText';
import { openKind } from '../kinds/openKind';
import { unreadableFiles } from '../place/readSnapshot';
import type { Text } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const waitingVerb: Verb = {
  usage: 'waiting [--json]',
  help: `Shows what only you can move on, the longest first: check-ins that are due, blockers that need you, reviews, goals to accept, …

  --json   an array of {what, goal, title, record, since}; since is ISO, record null where it is the goal itself`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  noWords(positionals);
  const { snapshot, place } = await openKind(context, { active: true, commits: true });
  const waiting = waitingOnMe(snapshot);
  const { print, printJson } = context.terminal;
  if (values.json) printJson(waiting.map((each) => waitingJson(each, snapshot)));
  else if (waiting.length === 0) print('Nothing waits for you.');
  else for (const each of waiting) print(waitingLine(each, snapshot));
  const sentences = unreadableFiles(snapshot.sources, place);
  for (const sentence of sentences) context.terminal.warn(sentence);
  return sentences.length > 0 ? 1 : 0;
}

export function waitingLine(waiting: Waiting, snapshot: Snapshot): Text {
  const { what, goal, record, since } = waiting;
  const node = record === undefined ? undefined : snapshot.records.get(record);
  const { today, zone } = snapshot.calendar;
  const uncounted = what === 'sign' || what === 'signAgain' ? uncountedSignature(snapshot, goal) : undefined;
  const doubt = ownDoubtText(uncounted, snapshot);
  const about = [
    what === 'declined' ? `by ${ownerName(node?.author ?? '', snapshot)}` : undefined,
    doubt === undefined ? undefined : `the signature in your name is ${doubt}`,
    node ? oneLine(recordTitle(node, snapshot, fillText), 80) : undefined,
    since === undefined ? undefined : `since ${shortDate(dayOf(since, zone), today)}`,
  ].filter((part) => part !== undefined);
  const id = paint('dim', record ?? goal);
  const tail = about.length === 0 ? '' : say`  ${paint('dim', about.join(' · '))}`;
  return say`${id} ${WAITING_TEXTS[what]}: ${titleOf(waiting, snapshot)}${tail}`;
}

function titleOf({ goal }: Waiting, { goals }: Snapshot): string {
  return oneLine(goals.get(goal)?.goal.title ?? 'the team', 200);
}

/** Returns a waiting item as JSON, on which other programs build. */
export function waitingJson({ what, goal, record, since }: Waiting, { goals }: Snapshot): object {
  return {
    what,
    goal: goal === '' ? null : goal,
    title: goals.get(goal)?.goal.title ?? null,
    record: record ?? null,
    since: since === undefined ? null : new Date(since).toISOString(),
  };
}
