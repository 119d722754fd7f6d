import type { Problem } from '../../core/document/problem';
import { createPositionFinder } from '../../core/document/textPosition';
import type { Snapshot, SourceReading } from '../../core/rules/snapshot';
import { noWords, parseArguments } from '../arguments';
import type { Place } from '../openPlace';
import { openPlace } from '../openPlace';
import { readSnapshot } from '../readSnapshot';
import { shownPath } from '../shownPath';
import { visible } from '../../core/text/safeText';
import type { Context, ExitCode, Verb } from '../verb';

export const checkVerb: Verb = {
  usage: 'check [--json]',
  help: `Looks for problems in the goals files of this place, yours and the team's. Exit code 1 if there are any; records of a
kind that a later version knows are listed, but they are no problem.

  --json   {ok, problems: [{code, message, file, line, column, commit}]}`,
  run,
};

interface FoundProblem {
  readonly code: Problem['code'];
  readonly message: string;
  /** Relative to the top of the repository or folder; absolute for files elsewhere. */
  readonly file: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  readonly commit: null;
}

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  noWords(positionals);
  const { terminal } = context;
  const place = await openPlace(context);
  const snapshot = await readSnapshot(place, { archived: true });
  const problems = snapshot.sources.flatMap((source) => problemsOf(source, snapshot, place));
  const ok = problems.every(({ code }) => code === 'unknown-kind');
  if (values.json) terminal.print(JSON.stringify({ ok, problems }, null, 2));
  else {
    for (const problem of problems) terminal.print(lineOf(problem));
    if (ok) terminal.print('No problems.');
    else terminal.print(problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
  }
  return ok ? 0 : 1;
}

function problemsOf({ path, reading }: SourceReading, snapshot: Snapshot, { root }: Place): FoundProblem[] {
  const problems = snapshot.problems.get(path) ?? [];
  if (problems.length === 0 || reading.state === 'absent') return [];
  const find = createPositionFinder(reading.text);
  return problems.map((problem) => {
    const found = problem.line === undefined && problem.record !== undefined && find(problem.record, problem.path);
    const { line, column } = found || problem;
    const place = { line: line ?? null, column: column ?? null };
    return { code: problem.code, message: problem.message, file: shownPath(path, root), ...place, commit: null };
  });
}

/** As compilers have it, so that editors find the place. */
function lineOf({ code, message, file, line, column }: FoundProblem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return visible(`${place}: ${message} (${code})`);
}
