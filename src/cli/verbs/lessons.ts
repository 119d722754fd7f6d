import { isoTime } from '../../core/reports/goalActivity';
import { lessonsOf } from '../../core/followUp/lessons';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { openKind } from '../kinds/openKind';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const lessonsVerb: Verb = {
  usage: 'lessons [TEXT] [--json]',
  help: `Shows what was learned from goals, pacts and reviews, the latest first; with TEXT what has all of its words.
A goal gets its lesson by: microgoals edit ID --status missed --learned TEXT, or --status dropped --reason TEXT

  --json   an array of {id, goal, title, status, learned, at}; id is the goal's or the review's, at is ISO`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const { snapshot } = await openKind(context);
  const lessons = lessonsOf(snapshot, positionals.join(' ')).map(({ id, node, learned, at }) => ({
    id,
    goal: node?.goal.id ?? null,
    title: node?.goal.title ?? null,
    status: node?.goal.status ?? null,
    learned,
    at: at === undefined ? null : isoTime(at),
  }));
  const { print, printJson } = context.terminal;
  if (values.json) printJson(lessons);
  else if (lessons.length === 0) print('No lessons.');
  else
    for (const { id, title, learned } of lessons)
      print(say`${paint('dim', id)} ${oneLine(learned, 500)}  ${paint('dim', oneLine(title ?? 'the whole', 80))}`);
  return 0;
}
