import * as vscode from 'vscode';
import { fileOf } from '../../core/space/goalSpace';
import type { GoalKind } from '../../core/model/goal';
import { GOAL_KINDS } from '../../core/model/goal';
import { assignedStatus } from '../../core/goals/acceptance';
import type { GoalFields } from '../../core/changes/goalActions';
import { addGoal, newGoalDefaults } from '../../core/changes/goalActions';
import { lastOrder, siblingsBelow } from '../../core/goals/moveGoal';
import type { Scope, Snapshot } from '../../core/snapshot/snapshot';
import type { QuickAdd } from '../../core/text/quickAdd';
import { systemRandom } from '../../store/nodePorts';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { currentFolder } from '../service/currentFolder';
import { goalAdvisor } from '../records/newGoalAdvice';
import { askQuickAdd } from '../records/quickAddInput';
import { readSettings } from '../service/settings';
import { kindWord } from '../texts/words';
import type { CommandDeps } from './deps';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

export function registerAddCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.addGoal, () => addInScope(deps, readSettings(currentFolder()).defaultScope, 'micro'));
  register(COMMANDS.addTeamGoal, ({ given: [kind] }) => addTeamGoal(deps, kind));
  register(COMMANDS.addSubGoal, async (call) => {
    const target = await goalTarget(deps, call);
    if (!target) return;
    const { goal, scope } = target.node;
    await ask(deps, target.snapshot, {
      scope,
      kind: 'micro',
      parent: goal.id,
      title: t('Add a goal below {0}', goal.title),
    });
  });
}

/** Adds a goal of the given kind for the team; asks for the kind where the caller (the palette, the button) names none. */
async function addTeamGoal(deps: CommandDeps, given: unknown): Promise<void> {
  const known = GOAL_KINDS.find((kind) => kind === given);
  if (known) {
    await addInScope(deps, 'team', known);
    return;
  }
  const picked = await vscode.window.showQuickPick(
    GOAL_KINDS.map((kind) => ({ label: kindWord(kind), goalKind: kind })),
    { placeHolder: t('What kind of goal does the team add?') },
  );
  if (picked) await addInScope(deps, 'team', picked.goalKind);
}

async function addInScope(deps: CommandDeps, scope: Scope, kind: GoalKind): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const title = scope === 'team' ? t('Add to the team: {0}', kindWord(kind)) : t('Add a personal goal');
  await ask(deps, snapshot, { scope, kind, parent: undefined, title });
}

interface Wish {
  readonly scope: Scope;
  readonly kind: GoalKind;
  readonly parent: string | undefined;
  readonly title: string;
}

async function ask(deps: CommandDeps, snapshot: Snapshot, { scope, kind, parent, title }: Wish): Promise<void> {
  // Refuses before the person types anything that could not be saved.
  if (!vscode.workspace.isTrusted) throw new PlainError(t('In Restricted Mode nothing is written.'));
  const { owner } = newGoalDefaults(scope, kind, snapshot.me);
  const advise = goalAdvisor({ id: undefined, kind, scope, owner, parent, isMeasured: false, children: 0 }, snapshot);
  const line = await askQuickAdd({ title, value: '', snapshot, verb: t('Add'), advise });
  if (!line) return;
  const place = deps.service.place;
  if (!place) throw new PlainError(t('The goals are not read yet.'));
  const current = await currentSnapshot(deps);
  const fields = fieldsOf(line, current, scope, kind, parent);
  await deps.service.apply([
    { path: fileOf(place.space, scope).path, changes: [addGoal(fields, systemRandom).change] },
  ]);
  if (fields.parent !== undefined) await deps.views.unfold(fields.parent);
}

function fieldsOf(
  line: QuickAdd,
  snapshot: Snapshot,
  scope: Scope,
  kind: GoalKind,
  below: string | undefined,
): GoalFields {
  const parent = line.parent ?? below;
  const siblings = siblingsBelow(snapshot, parent, scope);
  const { owner, pinned } = newGoalDefaults(scope, kind, snapshot.me);
  const of = { scope, kind, owner: line.owner ?? owner, me: snapshot.me };
  return {
    title: line.title,
    kind,
    status: assignedStatus('open', of),
    owner: of.owner,
    parent,
    order: lastOrder(snapshot, siblings),
    due: line.due,
    priority: line.priority,
    repeat: line.repeat,
    pinned,
    tags: line.tags,
  };
}
