import * as vscode from 'vscode';
import { kudosKind } from '../../core/model/kudos';
import { milestoneKind } from '../../core/model/milestone';
import { kudosReceiver, rewardToGrant } from '../../core/together/kudosRule';
import { planAdd } from '../../core/records/planRecord';
import { isOf } from '../../core/snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import { winsText } from '../records/winsText';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that give kudos and show the wins of this week. */
export function registerKudosCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.giveKudos, (call) => give(deps, call));
  deps.register(COMMANDS.showWins, async () => {
    const text = winsText(await currentSnapshot(deps));
    await deps.texts.show(`${t('Wins this week')}.md`, text, 'markdown');
  });
}

type MilestoneNode = RecordNode<typeof milestoneKind.fields>;

interface Cause {
  readonly node: GoalNode;
  readonly commit?: string;
  readonly record?: RecordNode;
  /** Title of the milestone that was reached. */
  readonly reached?: string;
}

async function give(deps: CommandDeps, call: Call): Promise<void> {
  const cause = await causeOf(deps, call);
  if (cause) await giveFor(deps, cause, t('Kudos to whom?'));
}

/** Asks whether a milestone just reached deserves kudos; Escape says no. */
export async function offerKudos(deps: CommandDeps, { goal, values }: MilestoneNode): Promise<void> {
  const { goals } = await currentSnapshot(deps);
  const node = goal === undefined ? undefined : goals.get(goal);
  if (node?.scope !== 'team') return;
  const { title: reached = '' } = values;
  await giveFor(deps, { node, reached }, plain(t('Reached: {0}. Kudos to whom? Escape leaves it out.', reached)));
}

async function giveFor(deps: CommandDeps, cause: Cause, placeHolder: string): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const { node, commit, record, reached = '' } = cause;
  const picked = await pickReceiver(cause, snapshot, placeHolder);
  if (!picked) return;
  const note = await vscode.window.showInputBox({
    title: t('Give kudos'),
    prompt: plain(t('For what? {0}', node.goal.title)),
    value: reached,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Type a text, or press Escape.') : undefined),
  });
  if (note === undefined) return;
  const values = {
    goal: node.goal.id,
    by: snapshot.me,
    note: note.trim(),
    to: picked.id === undefined ? undefined : { [picked.id]: true },
    commit,
    checkIn: record?.id,
    grants: picked.grants ? true : undefined,
  };
  const plan = await planAdd({ kind: kudosKind, values, scope: 'team' }, snapshot, planFacts(deps.service.place));
  await savePlan(plan, deps.service);
}

/** Returns the reason for the kudos: a goal, a commit below it, or a check-in. */
async function causeOf(deps: CommandDeps, call: Call): Promise<Cause | undefined> {
  const snapshot = await currentSnapshot(deps);
  const { row: element } = call;
  const record = element?.type === 'record' ? snapshot.records.get(element.id) : undefined;
  const goal = element?.type === 'commit' ? element.goal : record?.goal;
  const node = goal === undefined ? undefined : snapshot.goals.get(goal);
  if (!node) {
    const target = await goalTarget(deps, call, ({ scope }) => scope === 'team');
    return target && { node: target.node };
  }
  if (isOf(record, milestoneKind)) return { node, reached: record.values.title ?? '' };
  return { node, ...(element?.type === 'commit' ? { commit: element.commit } : {}), ...(record ? { record } : {}) };
}

interface Receiver extends vscode.QuickPickItem {
  /** Address of the person; undefined for everybody who takes part. */
  readonly id: string | undefined;
  readonly grants: boolean;
}

async function pickReceiver(cause: Cause, snapshot: Snapshot, placeHolder: string): Promise<Receiver | undefined> {
  const { people, me } = snapshot;
  const likely = kudosReceiver(cause.node, cause);
  const ids = [...new Set([...(likely === undefined ? [] : [likely]), ...people.keys()])].filter((id) => id !== me);
  const persons = ids.map((id): Receiver => {
    const name = escapeIcons(visible(people.get(id) ?? id));
    return { label: `$(heart) ${name}`, description: escapeIcons(visible(id)), id, grants: false };
  });
  const everybody: Receiver = { label: t('$(organization) Everybody who takes part'), id: undefined, grants: false };
  const reward = rewardToGrant(cause.node, snapshot);
  const granting: Receiver[] =
    reward === undefined
      ? []
      : [
          {
            label: t('$(gift) Everybody, with the reward'),
            description: escapeIcons(visible(reward)),
            id: undefined,
            grants: true,
          },
        ];
  // A shared result earns kudos for everybody.
  const isShared = cause.reached !== undefined || likely === undefined || likely === me;
  const first = isShared ? [everybody, ...persons] : [...persons, everybody];
  return vscode.window.showQuickPick([...granting, ...first], {
    placeHolder,
    matchOnDescription: true,
  });
}
