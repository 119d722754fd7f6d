import type { SmartHint } from '../../core/goals/smartHints';
import { hintsOf, hintText } from '../../core/goals/smartHints';
import type { Lesson } from '../../core/followUp/lessons';
import { lessonsForGoals, lessonText } from '../../core/followUp/lessons';
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
  help: `Shows what makes open goals of the team ambiguous or unrealistic: no verb, measure, day or owner, vague words, too much at once;
and what a goal like it taught that was missed or dropped. They are hints: nothing is refused for them, and personal goals have none.

  --json   an array of {id, title, hints, lesson}; hints are verb, vague, measure, due, past, size, owner or load`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const { place, snapshot } = await openKind(context, { commits: true });
  const asked = positionals.map((word) => findNode(word, snapshot, place));
  const nodes = asked.length > 0 ? asked : [...snapshot.goals.values()];
  const lessonFor = lessonsForGoals(snapshot);
  const hinted = nodes
    .map((node) => ({ node, hints: hintsOf(node, snapshot), lesson: lessonFor(node) }))
    .filter(({ hints, lesson }) => hints.length > 0 || lesson);
  const { print, printJson } = context.terminal;
  if (values.json) printJson(hinted.map(hintJson));
  else if (hinted.length === 0) print('Nothing to say.');
  else
    for (const each of hinted)
      print(say`${paint('dim', each.node.goal.id)} ${oneLine(each.node.goal.title, 200)}: ${words(each)}`);
  return 0;
}

interface Hinted {
  readonly node: GoalNode;
  readonly hints: readonly SmartHint[];
  readonly lesson: Lesson | undefined;
}

function hintJson({ node: { goal }, hints, lesson }: Hinted): object {
  return { id: goal.id, title: goal.title, hints, lesson: lesson ? lessonText(lesson) : null };
}

function words({ hints, lesson }: Hinted): string {
  const taught = lesson ? [`learned before: ${oneLine(lessonText(lesson), 300)}`] : [];
  return [...hints.map((hint) => hintText(hint, fillText)), ...taught].join('; ');
}
