import * as vscode from 'vscode';
import type { FileReading } from '../../core/document/fileReading';
import type { Problem, ProblemCode } from '../../core/document/problem';
import { createPositionFinder } from '../../core/document/textPosition';
import { contradictionProblems } from '../../core/snapshot/contradictions';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';

/** Problems that a later version or another tool may well have intended; all others are defects. */
const HINTS: ReadonlySet<ProblemCode> = new Set([
  'unknown-kind',
  'lost-parent',
  'parent-cycle',
  'answered-signature',
  'answered-confirmation',
]);

/** Characters of a message; the ids and paths in it may be as long as a file. */
const LONGEST = 1000;

/** Returns the defects by file, each at its place: those in its text, and contradictions by history. @param unwritable paths of files */
export function diagnosticsOf(
  snapshot: Snapshot,
  unwritable: ReadonlySet<string>,
): [vscode.Uri, vscode.Diagnostic[]][] {
  const contradicted = contradictionProblems(snapshot);
  return snapshot.sources.map(({ path, reading }) => {
    const problems = [...(snapshot.problems.get(path) ?? []), ...(contradicted.get(path) ?? [])];
    const found = [...placed(problems, reading), ...(unwritable.has(path) ? [unwritableFile()] : [])];
    return [vscode.Uri.file(path), found];
  });
}

/** Returns each defect at its place. */
function placed(problems: readonly Problem[], reading: FileReading): vscode.Diagnostic[] {
  if (problems.length === 0 || reading.state === 'absent') return [];
  // Positions are looked up only now: a sound file never pays for them.
  const find = problems.some((problem) => problem.line === undefined)
    ? createPositionFinder(reading.text)
    : () => undefined;
  return problems.map((problem) => {
    const place =
      problem.line === undefined && problem.record !== undefined ? find(problem.record, problem.path) : undefined;
    return diagnostic(problem, place?.line ?? problem.line ?? 1, place?.column ?? problem.column ?? 1);
  });
}

function unwritableFile(): vscode.Diagnostic {
  return diagnostic({ code: 'denied', message: vscode.l10n.t('The goals file may not be written here.') }, 1, 1, true);
}

function diagnostic(
  problem: Problem,
  line: number,
  column: number,
  isHint = HINTS.has(problem.code),
): vscode.Diagnostic {
  const start = new vscode.Position(line - 1, column - 1);
  const { Error, Information } = vscode.DiagnosticSeverity;
  const severity = isHint ? Information : Error;
  // An empty range marks the word at that place.
  const shown = new vscode.Diagnostic(new vscode.Range(start, start), oneLine(problem.message, LONGEST), severity);
  shown.source = 'Micro Goals';
  shown.code = problem.code;
  return shown;
}
