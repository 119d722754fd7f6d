import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneWord, parseArguments } from '../terminal/arguments';
import { contributorsOf } from '../../core/commits/contributors';
import { historyOf } from '../../app/historyOf';
import { goalActivity, NO_HISTORY } from '../../core/reports/goalActivity';
import { goalJson } from '../texts/goalJson';
import { openVerbPlace } from '../place/verbPlace';
import { printGoal } from '../texts/printGoal';
import { findNode, readSnapshot } from '../place/readSnapshot';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const showVerb: Verb = {
  usage: 'show ID [--json]',
  help: `Shows everything about a goal, with each change of it: who made it and when, from the versions of the file in git.

  --json   the object of list with children (ids), contributors (of its commits and of those below it) and history
           (the oldest first)`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const word = oneWord(positionals, 'ID');
  const place = await openVerbPlace(context, { readOnly: true });
  const snapshot = await readSnapshot(place, {
    active: !values.json,
    commits: true,
    archived: true,
    names: true,
    branches: !values.json,
  });
  const node = findNode(word, snapshot, place);
  const history = await historyOf(place, node, snapshot);
  if (values.json) context.terminal.printJson(showJson(node, snapshot, history));
  else {
    printGoal(node, snapshot, context.terminal, history);
    if (node.source === place.archive.path)
      context.terminal.print(`\nIt is archived; microgoals archive --restore ${node.goal.id} brings it back.`);
  }
  return 0;
}

/** Returns the output of `show --json`: the goal as in `list --json`, its children, its contributors and its history. */
export function showJson(node: GoalNode, snapshot: Snapshot, history = NO_HISTORY): object {
  return {
    ...goalJson(node, snapshot),
    children: node.children,
    contributors: contributorsOf(node.goal.id, snapshot),
    history: goalActivity(node, snapshot, history),
  };
}
