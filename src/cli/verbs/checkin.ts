import { checkInKind } from '../../core/model/checkIn';
import type { CheckInDue } from '../../core/followUp/checkInsDue';
import { checkInsAhead } from '../../core/followUp/checkInsDue';
import { checkInText, ENGLISH, readCheckInText } from '../../core/followUp/checkInText';
import { standUpGoals } from '../../core/followUp/checkInTarget';
import { draftCheckIn } from '../../core/followUp/draftCheckIn';
import { isoTime } from '../../core/reports/goalActivity';
import { readValues } from '../../core/changes/recordActions';
import type { CheckIn } from '../../core/records/planCheckIn';
import { planCheckIn } from '../../core/records/planCheckIn';
import { hasMeasure, latestReading } from '../../core/snapshot/measure';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { shortDate } from '../../core/text/isoDate';
import { oneLine } from '../../core/text/safeText';
import { oneWord, parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import type { FlagValues } from '../kinds/fieldFlags';
import { readFlags } from '../kinds/fieldFlags';
import type { OpenedKind } from '../kinds/openKind';
import { openKind, savePlan } from '../kinds/openKind';
import { planFacts } from '../../app/planFacts';
import { findNode } from '../place/readSnapshot';
import { shortIds } from '../texts/shortIds';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const checkinVerb: Verb = {
  usage: 'checkin [ID] [--note TEXT] [--confidence N] [--value N] [--draft] [--json]',
  help: `Without ID: your check-ins by the day they are due. A pact, and a key result of a running cycle, is
checked weekly unless it says otherwise, any other goal only where it says so (--cadence of add and edit).
With ID: says how it goes with the goal. The text is drafted from your own commits and ticks since you said something last.

  --note TEXT       instead of the draft; may end with your confidence, as in "form done 4/5"
  --confidence N    how sure you are that it will be reached, 1 to 5; as last time unless told otherwise
  --value N         the measure now, where the goal has a target
  --draft           prints the text and writes nothing; without ID that of all goals due and of the active one, as a stand-up note
  --json            of the list: an array of {goal, title, person, due, last}; with --draft {goal, text, confidence}`,
  run,
};

const OPTIONS = {
  note: { type: 'string' },
  confidence: { type: 'string' },
  value: { type: 'string' },
  draft: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  const opened = await openKind(context, { active: true, commits: true });
  const { snapshot, place } = opened;
  if (snapshot.me === undefined) throw new Failure('git does not know who you are; set user.email first.');
  if (positionals.length === 0) {
    if (values.note !== undefined || values.confidence !== undefined || values.value !== undefined)
      throw new UsageError('Say of which goal: microgoals checkin ID …');
    if (values.draft) printDrafts(standUpGoals(snapshot), snapshot, values.json === true, context);
    else printAhead(snapshot, values.json === true, context);
    return 0;
  }
  const node = findNode(oneWord(positionals, 'ID'), snapshot, place);
  if (values.draft) printDrafts([node], snapshot, values.json === true, context);
  else await post(node, values, opened, context);
  return 0;
}

async function post(
  node: GoalNode,
  values: FlagValues & { readonly note?: string | undefined },
  { place, snapshot, fields }: OpenedKind,
  { terminal }: Context,
): Promise<void> {
  const number = values['value'] ?? (await askNumber(node, snapshot, terminal));
  const { value: given, ...others } = await readFlags(checkInKind, { ...values, value: number }, fields);
  const value = typeof given === 'number' ? given : undefined;
  const read = readCheckInText(values.note ?? draftedText(node, snapshot, value));
  const { confidence = read.confidence } = readValues(checkInKind, others);
  const said: CheckIn = { note: read.note, confidence, value };
  const id = await savePlan(await planCheckIn(node, said, snapshot, planFacts(place)), place);
  terminal.print(`${id} ${oneLine(node.goal.title, 1000)}: ${oneLine(said.note, 1000)}`);
}

/** Asks for the measure of a goal that has one; says how to give it if nobody is there to answer. */
async function askNumber(node: GoalNode, snapshot: Snapshot, { interactive, ask, warn }: Terminal): Promise<unknown> {
  const { id, kind, more } = node.goal;
  if (kind !== 'keyResult' || !hasMeasure(node.goal)) return undefined;
  if (!interactive) {
    warn(`What is it now? microgoals checkin ${id} --value NUMBER`);
    return undefined;
  }
  const last = latestReading(id, snapshot)?.value;
  const known = last === undefined ? '' : ` (last ${last})`;
  const text = (
    await ask(`Measure now${more.unit === undefined ? '' : `, in ${oneLine(more.unit, 40)}`}${known}: `)
  ).trim();
  return text === '' ? undefined : text;
}

function draftedText(node: GoalNode, snapshot: Snapshot, value?: number): string {
  return checkInText(draftCheckIn(node, snapshot.me ?? '', snapshot, value), ENGLISH, snapshot);
}

function printDrafts(nodes: readonly GoalNode[], snapshot: Snapshot, isJson: boolean, { terminal }: Context): void {
  const drafts = nodes.map((node) => ({ goal: node.goal, text: draftedText(node, snapshot) }));
  if (isJson) {
    const told = drafts.map(({ goal, text }) => {
      const { note, confidence = null } = readCheckInText(text);
      return { goal: goal.id, text: note, confidence };
    });
    terminal.printJson(told);
    return;
  }
  for (const { goal, text } of drafts) terminal.print(`- ${oneLine(goal.title, 100)}: ${text}`);
  if (drafts.length === 0) terminal.print('No check-in is due and no goal is active.');
}

function printAhead(snapshot: Snapshot, isJson: boolean, { terminal }: Context): void {
  const mine = checkInsAhead(snapshot, snapshot.me);
  if (isJson) {
    terminal.printJson(mine.map(dueJson));
    return;
  }
  const short = shortIds(snapshot.goals.keys());
  const { today } = snapshot.calendar;
  for (const { goal, due } of mine) {
    const word = due < today ? 'overdue since' : due === today ? 'due' : 'next';
    const when = due === today ? 'today' : shortDate(due, today);
    const id = paint('dim', short.get(goal.goal.id) ?? goal.goal.id);
    const number = goal.goal.kind === 'keyResult' && hasMeasure(goal.goal) ? ' · with its number (--value)' : '';
    const text = paint(due < today ? 'red' : 'dim', `${word} ${when}${number}`);
    terminal.print(say`${id} ${oneLine(goal.goal.title, 1000)}  ${text}`);
  }
  if (mine.length === 0) terminal.print('No check-ins ahead of you.');
}

/** Returns a due check-in as JSON, on which other programs build. */
function dueJson({ goal, person, due, last }: CheckInDue): object {
  const said = last?.created === undefined ? null : isoTime(last.created);
  return { goal: goal.goal.id, title: goal.goal.title, person, due, last: said };
}
