import { fileNotices } from '../../app/fileNotices';
import { mergedFiles } from '../../app/mergedFiles';
import { documentIn } from '../../core/document/fileReading';
import { hasOwnLayout } from '../../core/document/ownLayout';
import type { Problem } from '../../core/document/problem';
import { createPositionFinder } from '../../core/document/textPosition';
import { futureStamps } from '../../core/branches/compareRevisions';
import { HARMLESS_NOTICES } from '../../core/snapshot/fileNotice';
import type { Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import { noWords, parseArguments } from '../terminal/arguments';
import type { ComparedProblem } from '../place/checkAgainst';
import type { StatementProblem } from '../place/checkStatements';
import { checkStatements } from '../place/checkStatements';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { readSnapshot } from '../place/readSnapshot';
import { shownPath } from '../texts/describeUnreadable';
import { noticeText } from '../texts/noticeText';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const checkVerb: Verb = {
  usage: 'check [--against REV] [--json]',
  help: `Looks for problems in the goals files of this place, yours and the team's. Exit code 1 if there are any; records of a
kind that a later version knows are listed, but they are no problem.

It looks at the commits that brought or changed a signature or a confirmation, too. All of it by its person: nothing to say.
Something of it by one other person alone: a problem. Anything else, such as a squash by a host or a co-author: listed only. Only
signed commits prove who somebody is.

A file of the team that git ignores is a problem, and so is a conflict copy beside it. Listed only: what a worktree that is gone
had set aside, a file that a sparse checkout leaves out, and one that a formatter lays out otherwise than each save here does.

  --against REV   also what was lost since that revision, or since HEAD parted from it: records that are gone without having
                  been deleted or archived, values that were taken away without a stamp, later edits that were thrown away;
                  a file that cannot be read at that revision is a problem, too. For CI, which needs the whole history
  --json          {ok, problems: [{code, message, file, line, column, commit}]}`,
  run,
};

/** Problems of statements that history neither bears out nor contradicts. */
const UNBORNE: ReadonlySet<Problem['code']> = new Set(['unconfirmed-signature', 'unconfirmed-confirmation']);

/** Problems that may well be intended. */
const NOTES: ReadonlySet<Problem['code']> = new Set([
  'unknown-kind',
  'unmerged-record',
  'foreign-layout',
  'answered-signature',
  'answered-confirmation',
  ...UNBORNE,
  ...HARMLESS_NOTICES,
]);

interface FoundProblem {
  readonly code: Problem['code'];
  readonly message: string;
  /** Path relative to the top of the repository or folder; absolute for files elsewhere. */
  readonly file: string;
  /** Line, counted from 1; null if the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** Commit that contained what is gone, or that contradicts a statement; null for any other problem. */
  readonly commit: string | null;
}

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' }, against: { type: 'string' } });
  noWords(positionals);
  const { terminal } = context;
  const place = await openVerbPlace(context);
  const snapshot = await readSnapshot(place, { archived: true });
  const compared = [
    ...(values.against === undefined ? [] : await compare(values.against, place)),
    ...(await checkStatements(snapshot, place)),
  ];
  const found = snapshot.sources.flatMap((source) => problemsOf(source, snapshot, place, compared));
  const problems = [...found, ...(await noticesOf(place)), ...(await layoutsOf(place))];
  const wrong = problems.filter(({ code }) => !NOTES.has(code)).length;
  const ok = wrong === 0;
  if (values.json) terminal.printJson({ ok, problems });
  else {
    for (const problem of problems) terminal.print(lineOf(problem));
    terminal.print(ok ? soundLine(problems) : wrong === 1 ? '1 problem.' : `${wrong} problems.`);
  }
  return ok ? 0 : 1;
}

function soundLine(notes: readonly FoundProblem[]): string {
  const unborne = notes.filter(({ code }) => UNBORNE.has(code)).length;
  if (unborne === 0) return 'No problems.';
  return `No problems, but history does not bear out ${unborne} ${unborne === 1 ? 'signature or confirmation' : 'signatures or confirmations'}.`;
}

/** Returns what the files do not show by themselves, such as conflict copies beside them. */
async function noticesOf(place: VerbPlace): Promise<FoundProblem[]> {
  const notices = await fileNotices(place);
  return notices.map((notice) => {
    const file = shownPath(notice.file, place.root);
    return { code: notice.code, message: noticeText(notice, place.root), file, line: null, column: null, commit: null };
  });
}

const FOREIGN_LAYOUT =
  'A formatter or a hand laid this file out anew, and the next save here does so again, with the order and spacers by which git merges it. ' +
  'So that the two do not rewrite it in turn, keep formatters from it: a line .microgoals/ in .prettierignore, ' +
  'exclude: ^\\.microgoals/ in .pre-commit-config.yaml, or what yours calls it.';

/** Returns the files of the team that are sound, but not laid out as they will be by the next save. */
async function layoutsOf(place: VerbPlace): Promise<FoundProblem[]> {
  const files = await Promise.all(mergedFiles(place).map(async (file) => ({ file, reading: await file.read() })));
  return files.flatMap(({ file, reading }) => {
    if (reading.state !== 'ok' || hasOwnLayout(reading)) return [];
    const where = { file: shownPath(file.path, file.root), line: null, column: null, commit: null };
    return [{ code: 'foreign-layout', message: FOREIGN_LAYOUT, ...where }];
  });
}

/** Compares the files with a revision; loaded on demand, because only CI asks for it. */
async function compare(revision: string, place: VerbPlace): Promise<ComparedProblem[]> {
  const { checkAgainst } = await import('../place/checkAgainst');
  return checkAgainst(revision, place);
}

function problemsOf(
  { path, reading }: SourceReading,
  snapshot: Snapshot,
  { root }: VerbPlace,
  compared: readonly (ComparedProblem | StatementProblem)[],
): FoundProblem[] {
  const document = documentIn(reading);
  const ahead = document ? futureStamps(document, snapshot.calendar.now) : [];
  const problems: (Problem & { readonly commit?: string })[] = [
    ...(snapshot.problems.get(path) ?? []),
    ...ahead,
    ...compared.filter(({ source }) => source === path),
  ];
  if (problems.length === 0) return [];
  // Broken text may be nested deeper than a parser can follow; its problem has its position already.
  const find = createPositionFinder('document' in reading ? reading.text : '');
  return problems.map((problem) => {
    const found = problem.line === undefined && problem.record !== undefined && find(problem.record, problem.path);
    const { line, column } = found || problem;
    const place = { file: shownPath(path, root), line: line ?? null, column: column ?? null };
    return { code: problem.code, message: problem.message, ...place, commit: problem.commit ?? null };
  });
}

/** Formats a problem as compilers do, so that editors find the position. */
function lineOf({ code, message, file, line, column }: FoundProblem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}: ${message} (${code})`;
}
