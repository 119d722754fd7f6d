import type { Terminal } from './terminal/terminal';
import type { ExitCode, Verb } from './terminal/verb';
import type { Summary } from './verbTable';
import { summariesOfKinds, summariesOfVerbs, verbNamed, verbSummaries } from './verbTable';

/** Verbs of the first screen by what a person is about to do: at most nine each, so that all fit on one screen. */
export const FIRST_SCREEN: Readonly<Record<string, readonly string[]>> = {
  Mine: ['add', 'list', 'show', 'edit', 'done', 'start', 'status', 'waiting', 'share'],
  Plan: ['objective', 'key-result', 'kpi', 'cycle', 'template', 'import'],
  Agree: ['pact', 'sign', 'amend', 'accept', 'decline', 'grant'],
  'Follow up': ['checkin', 'measure', 'block', 'unblock', 'say', 'reply', 'thank', 'news'],
  Review: ['history', 'wins', 'review', 'lessons', 'skills', 'assess', 'confirm'],
};
const USAGE = 'Usage: microgoals [-C DIR] COMMAND …';
const EXIT_CODES = 'Exit code: 0 done, 1 a problem was found, 2 the command line is wrong.';

/** Prints the first screen, everything for the topic "all", or the help of a verb. @throws UsageError for another topic. */
export async function printHelp(topic: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (topic === undefined) terminal.printLines(await firstScreen());
  else if (topic === 'all') terminal.printLines(await everything());
  else printVerbHelp(await verbNamed(topic), terminal);
  return 0;
}

export function printVerbHelp(verb: Verb, terminal: Terminal): ExitCode {
  terminal.printLines(`Usage: microgoals ${verb.usage}\n\n${verb.help}`);
  return 0;
}

async function firstScreen(): Promise<string> {
  const summaries = new Map((await verbSummaries()).map((each) => [each.name, each]));
  const groups = Object.entries(FIRST_SCREEN).map(
    ([title, names]) => [title, names.flatMap((name) => summaries.get(name) ?? [])] as const,
  );
  const width = widthOf(groups.flatMap(([, verbs]) => verbs));
  return [
    USAGE,
    ...groups.flatMap(([title, verbs]) => [title, ...verbs.map((each) => lineOf(each, width))]),
    'ID is an id, its beginning, or a part of the title. help COMMAND says more, help all lists the rest.',
  ].join('\n');
}

async function everything(): Promise<string> {
  const [verbs, kinds] = [summariesOfVerbs(), await summariesOfKinds()];
  const width = widthOf([...verbs, ...kinds]);
  return [
    USAGE,
    '',
    'Small goals beside your code: your own, and those of the team in .microgoals/goals.json.',
    '',
    ...verbs.map((each) => lineOf(each, width)),
    '',
    'What a team agrees on, each with add, list, show, edit and rm:',
    '',
    ...kinds.map((each) => lineOf(each, width)),
    '',
    'microgoals COMMAND --help says more. ID is an id, a unique beginning of it, or a unique part of the title.',
    EXIT_CODES,
  ].join('\n');
}

function widthOf(summaries: readonly Summary[]): number {
  return Math.max(...summaries.map(({ name }) => name.length));
}

function lineOf({ name, summary }: Summary, width: number): string {
  return `  ${name.padEnd(width)}  ${summary}`;
}
