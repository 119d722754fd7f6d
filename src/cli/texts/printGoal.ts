import type { Goal } from '../../core/model/goalView';
import { minuteOf } from '../../core/snapshot/calendar';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { contributorsOf } from '../../core/commits/contributors';
import { helpersOf } from '../../core/together/helpers';
import { breachesOf } from '../../core/okr/kpis';
import { breachText, measureText, outlookText } from '../../core/okr/okrTexts';
import { relationTexts } from '../../core/okr/relationText';
import { outlookOf } from '../../core/okr/outlook';
import { scoreGiven } from '../../core/okr/score';
import { fillText } from '../../core/text/fillText';
import { shortDate } from '../../core/text/isoDate';
import { oneLine } from '../../core/text/safeText';
import { pactTexts } from '../../core/reports/factText';
import { uncountedConfirmations } from '../../core/goals/uncountedConfirmations';
import { verificationOf } from '../../core/goals/verification';
import { whereText } from './branchTexts';
import { commitLine } from './commitLine';
import { doubtText } from './doubtText';
import { ACTIVITY_TEXTS, activityLine } from '../../core/reports/activityText';
import type { ActivityEntry } from '../../core/reports/goalActivity';
import { goalActivity, NO_HISTORY } from '../../core/reports/goalActivity';
import { factWords, goalKindName, ownerName, plainWords } from './goalTexts';
import { moreFacts } from './moreFacts';
import { printTree } from './printTree';
import { shortIds } from './shortIds';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';

/** Prints everything about a goal for a person. */
export function printGoal(node: GoalNode, snapshot: Snapshot, terminal: Terminal, history = NO_HISTORY): void {
  const { goal } = node;
  const { print } = terminal;
  print(say`${paint('dim', goal.id)} ${paint('bold', oneLine(goal.title, 1000))}`);
  const facts = factsOf(node, snapshot);
  const width = Math.max(...facts.map(([name]) => name.length));
  for (const [name, text] of facts) print(say`  ${paint('dim', name.padEnd(width))}  ${text}`);
  if (goal.notes.trim() !== '') {
    print('');
    for (const line of goal.notes.trim().split('\n')) print(`  ${line}`);
  }
  printSection('Below it', terminal, node.children.length > 0, () => {
    const shown = new Set(snapshot.goals.keys());
    printTree(node.children, { snapshot, shown, shortIds: shortIds(shown) }, terminal);
  });
  printSection('Commits', terminal, node.commits.length > 0, () => {
    const about = { takenBack: snapshot.takenBack, zone: snapshot.calendar.zone };
    for (const commit of node.commits) print(say`  ${commitLine(commit, goal.id, about, terminal)}`);
  });
  const entries = goalActivity(node, snapshot, history).filter(({ type }) => type !== 'commit');
  printSection('History', terminal, entries.length > 0, () => {
    for (const entry of entries) print(`  ${historyLine(entry, snapshot)}`);
    if (history.extent === 'partial') print(`  ${ACTIVITY_TEXTS.partial}`);
  });
}

function printSection(title: string, { print }: Terminal, isWanted: boolean, body: () => void): void {
  if (!isWanted) return;
  print('');
  print(paint('bold', title));
  body();
}

function factsOf(node: GoalNode, snapshot: Snapshot): [string, string][] {
  const { goal, scope, completedBy, measure } = node;
  const outlook = outlookOf(node, snapshot);
  const parent = goal.parent === undefined ? undefined : snapshot.goals.get(goal.parent);
  const active = goal.id === snapshot.active ? ', active here' : '';
  const done = completedBy ? ` by commit ${completedBy.commit.slice(0, 8)}` : '';
  const facts: [string, string | undefined][] = [
    ['Status', `${statusText(node, snapshot)}${done}${active}`],
    ['Verified', verificationText(node, snapshot)],
    ...uncountedConfirmations(node, snapshot).map(({ record }): [string, string] => [
      'Confirmed',
      `${ownerText(record.author ?? '', snapshot)}: ${doubtText(record.id, snapshot) ?? ''}`,
    ]),
    ['Where', whereText(node, snapshot)],
    ['Once done', goneText(goal.id, snapshot)],
    ['Contributors', contributorsOf(goal.id, snapshot).join(', ') || undefined],
    ['Kind', `${scope} ${goalKindName(goal.kind)}`],
    ['Progress', progressText(node)],
    ['Measure', measure && oneLine(measureText(measure, fillText), 1000)],
    ...breachesOf(goal.id, snapshot).map((breach): [string, string] => [
      'KPI',
      oneLine(breachText(breach, fillText), 1000),
    ]),
    ['Outlook', outlook && oneLine(outlookText(outlook, fillText), 1000)],
    ['Score', scoreGiven(node)?.toFixed(2)],
    ['Due', goal.due && `${shortDate(goal.due, snapshot.calendar.today)} (${goal.due})`],
    ['Owner', goal.owner && ownerText(goal.owner, snapshot)],
    ['Helpers', helpersText(goal, snapshot)],
    ['Parent', goal.parent && `${goal.parent} ${parent ? oneLine(parent.goal.title, 100) : '(not here)'}`],
    ...relationTexts(goal.id, snapshot, fillText).map((text): [string, string] => ['Relation', oneLine(text, 1000)]),
    ['Priority', goal.priority === undefined ? undefined : String(goal.priority)],
    ['Weight', goal.weight === undefined ? undefined : String(goal.weight)],
    ...moreFacts(node, snapshot),
    ['Tags', oneLine(goal.tags.map((tag) => `#${tag}`).join(' '), 1000) || undefined],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

/** Returns the status of a goal; for a pact, how far it is agreed and who is missing. */
function statusText({ goal }: GoalNode, snapshot: Snapshot): string {
  const pact = snapshot.pacts.get(goal.id);
  return pact ? pactTexts(pact, factWords(snapshot)).join(' · ') : goal.status;
}

/** Returns how far a goal is: in percent if it is measured, otherwise by the count of its parts. */
function progressText({ isMeasured, percent, children, done, total }: GoalNode): string | undefined {
  if (isMeasured) return `${percent} %`;
  return children.length === 0 ? undefined : `${done}/${total}`;
}

function verificationText(node: GoalNode, snapshot: Snapshot): string | undefined {
  const found = verificationOf(node, snapshot);
  if (!found) return undefined;
  if (found.state === 'claimed')
    return 'no, claimed only: not merged by a commit that closes it, nobody else confirmed it';
  return 'commit' in found
    ? `by commit ${found.commit.slice(0, 8)}, merged`
    : `by ${ownerText(found.person, snapshot)}`;
}

function ownerText(owner: string, snapshot: Snapshot): string {
  const name = snapshot.people.get(owner);
  return name === undefined ? oneLine(owner, 320) : `${ownerName(owner, snapshot)} (${oneLine(owner, 320)})`;
}

function goneText(id: string, { gone }: Snapshot): string | undefined {
  const commit = gone.get(id)?.commit.slice(0, 8);
  return commit && `by commit ${commit}, which is gone: microgoals done, reopen or link says what holds`;
}

function helpersText(goal: Goal, snapshot: Snapshot): string | undefined {
  return (
    helpersOf(goal)
      .map((person) => ownerText(person, snapshot))
      .join(', ') || undefined
  );
}

function historyLine(entry: ActivityEntry, snapshot: Snapshot): string {
  const when = minuteOf(Date.parse(entry.date), snapshot.calendar.zone);
  return `${when}  ${activityLine(entry, snapshot, plainWords(snapshot))}`;
}
