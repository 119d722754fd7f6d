import * as vscode from 'vscode';
import { checkInChoices, checkInTarget, standUpGoals } from '../../core/followUp/checkInTarget';
import type { DraftWords } from '../../core/followUp/checkInText';
import { checkInText, readCheckInText } from '../../core/followUp/checkInText';
import { draftCheckIn } from '../../core/followUp/draftCheckIn';
import { measuredOf } from '../../core/followUp/measured';
import { planCheckIn } from '../../core/records/planCheckIn';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { pickGoal } from './goalPicks';
import { askMeasure } from '../records/askMeasure';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import { plain } from '../texts/words';
import { sayBriefly } from '../texts/sayBriefly';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the check-in commands: one key opens the drafted text, Enter posts it. */
export function registerCheckInCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.checkIn, (call) => checkIn(deps, call));
  deps.register(COMMANDS.copyStandUp, () => copyStandUp(deps));
}

async function checkIn(deps: CommandDeps, call: Call): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  if (snapshot.me === undefined) throw new PlainError(t('Git does not know who you are; set user.email first.'));
  const node = !call.isBare ? (await goalTarget(deps, call))?.node : await chooseGoal(snapshot);
  if (!node) return;
  // For a pact the two keys are enough; for a key result the number is the point, and the text begins with it.
  const measured = node.goal.kind === 'keyResult' ? measuredOf(node.goal.id, snapshot) : undefined;
  const value = measured && (await askMeasure(measured, snapshot));
  if (value === 'never mind') return;
  const draft = draftedText(node, snapshot, value);
  const typed = await vscode.window.showInputBox({
    title: plain(t('Check in: {0}', node.goal.title)),
    prompt: t('Enter posts it. End it with 4/5, say, to tell how sure you are.'),
    value: draft,
    // The cursor is at the end: the person adds to the draft.
    valueSelection: [draft.length, draft.length],
    ignoreFocusOut: true,
    validateInput: (text) => (readCheckInText(text).note === '' ? t('Say how it goes.') : undefined),
  });
  if (typed === undefined) return;
  const said = { ...readCheckInText(typed), value };
  const plan = await planCheckIn(node, said, await currentSnapshot(deps), planFacts(deps.service.place));
  await savePlan(plan, deps.service);
}

async function chooseGoal(snapshot: Snapshot): Promise<GoalNode | undefined> {
  const target = checkInTarget(snapshot);
  if (target) return target;
  const choices = checkInChoices(snapshot);
  if (choices.length === 0) throw new PlainError(t('There is no open goal to check in on.'));
  return pickGoal(choices, snapshot, t('No check-in is due. Which goal is this one for?'));
}

async function copyStandUp(deps: CommandDeps): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const goals = standUpGoals(snapshot);
  if (goals.length === 0) throw new PlainError(t('No check-in is due and no goal is active.'));
  const lines = goals.map((node) => `- ${oneLine(node.goal.title, 100)}: ${draftedText(node, snapshot)}`);
  await vscode.env.clipboard.writeText(lines.join('\n'));
  sayBriefly(t('Stand-up note copied'));
}

function draftedText(node: GoalNode, snapshot: Snapshot, value?: number): string {
  return checkInText(draftCheckIn(node, snapshot.me ?? '', snapshot, value), draftWords(), snapshot);
}

function draftWords(): DraftWords {
  return {
    done: t('Done'),
    inFlight: t('In flight'),
    blocked: t('Blocked'),
    nothing: t('No news'),
    more: (count) => t('{0} more', count),
    waitsFor: (name) => t('waits for {0}', name),
    days: (count) => (count === 1 ? t('1 day') : t('{0} days', count)),
  };
}
