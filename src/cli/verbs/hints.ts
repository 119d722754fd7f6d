import type { SmartHint } from '../../core/goals/smartHints';
import { hintsOf, hintText } from '../../core/goals/smartHints';
import type { GoalNode } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { openKind } from '../kinds/openKind';
import { findNode } from '../place/readSnapshot';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const hintsVerb: Verb = {
  usage: 'hints [ID…] [--json]',
  help: `Shows what makes open goals of the team ambiguous or unrealistic: no verb, measure, day or owner, vague words, too much at once.
They are hints: nothing is refused for them, and personal goals have none.

  --json   an array of {id, title, hints}; hints are verb, vague, measure, due, past, size, owner or load`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const { place, snapshot } = await openKind(context, { commits: true });
  const asked = positionals.map((word) => findNode(word, snapshot, place));
  const nodes = asked.length > 0 ? asked : [...snapshot.goals.values()];
  const hinted = nodes
    .map((node) => ({ node, hints: hintsOf(node, snapshot) }))
    .filter(({ hints }) => hints.length > 0);
  const { print, printJson } = context.terminal;
  if (values.json) printJson(hinted.map(hintJson));
  else if (hinted.length === 0) print('Nothing to say.');
  else
    for (const { node, hints } of hinted)
      print(say`${paint('dim', node.goal.id)} ${oneLine(node.goal.title, 200)}: ${words(hints)}`);
  return 0;
}

interface Hinted {
  readonly node: GoalNode;
  readonly hints: readonly SmartHint[];
}

function hintJson({ node: { goal }, hints }: Hinted): object {
  return { id: goal.id, title: goal.title, hints };
}

function words(hints: readonly SmartHint[]): string {
  return hints.map((hint) => hintText(hint, fillText)).join('; ');
}
