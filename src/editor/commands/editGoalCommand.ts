import * as vscode from 'vscode';
import type { Change } from '../../core/document/change';
import type { Goal } from '../../core/model/goalView';
import { assign } from '../../core/goals/acceptance';
import { setField, setTags } from '../../core/changes/goalActions';
import { moveBelow } from '../../core/goals/moveGoal';
import { partRefusal } from '../../core/goals/removal';
import { hintedGoal } from '../../core/goals/smartHints';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import type { Priority, QuickAdd } from '../../core/text/quickAdd';
import { isTag } from '../../core/text/quickAdd';
import { quickAddText } from '../../core/text/quickAddText';
import { COMMANDS } from '../contributions';
import { goalAdvisor } from '../records/newGoalAdvice';
import { askQuickAdd } from '../records/quickAddInput';
import { permitted } from '../records/savePlan';
import type { CommandDeps } from './deps';
import { changeAll } from './editCommands';
import type { Call } from '../tree/call';
import { callOn } from '../tree/call';
import { goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the command that edits a goal as the line from which quick add would make it. */
export function registerEditGoalCommand(deps: CommandDeps): void {
  deps.register(COMMANDS.editGoal, (call) => editGoal(deps, call));
}

async function editGoal(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const line = await askQuickAdd({
    title: t('Edit goal'),
    value: `${lineOf(node.goal)} `,
    snapshot,
    verb: t('Save'),
    // The line itself names the owner and the parent.
    advise: goalAdvisor({ ...hintedGoal(node, snapshot), owner: undefined, parent: undefined }, snapshot),
  });
  if (line) await changeAll(deps, callOn(node.goal.id), (now, current) => editChanges(now, line, current));
}

function lineOf({ title, due, owner, parent, priority, tags, more: { repeat } }: Goal): string {
  return quickAddText({
    title,
    tags,
    ...(due === undefined ? {} : { due }),
    ...(owner === undefined ? {} : { owner }),
    ...(parent === undefined ? {} : { parent }),
    ...(isPriority(priority) ? { priority } : {}),
    ...(repeat === undefined ? {} : { repeat }),
  });
}

function isPriority(value: number | undefined): value is Priority {
  return value === 1 || value === 2 || value === 3;
}

/** @throws PlainError for a commitment that another person has signed for and that the line hands on */
function editChanges(node: GoalNode, line: QuickAdd, snapshot: Snapshot): Change[] {
  const { goal, scope } = node;
  if (line.owner !== goal.owner) permitted(partRefusal(node, snapshot) ?? node);
  const moved = line.parent === goal.parent ? [] : moveBelow(snapshot, goal.id, line.parent);
  return [
    setField(goal.id, 'title', line.title),
    setField(goal.id, 'due', line.due),
    ...assign({ goal, scope }, line.owner, snapshot.me),
    setField(goal.id, 'priority', line.priority),
    setField(goal.id, 'repeat', line.repeat),
    // Tags that the line cannot express were written by hand and stay.
    ...setTags(goal.id, goal.tags.filter(isTag), line.tags),
    ...moved,
  ];
}
