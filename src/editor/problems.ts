import * as vscode from 'vscode';
import type { FileReading } from '../core/document/fileReading';
import type { Problem, ProblemCode } from '../core/document/problem';
import { createPositionFinder } from '../core/document/textPosition';
import type { Snapshot } from '../core/rules/snapshot';
import { oneLine } from '../core/text/safeText';
import type { GoalService } from './goalService';

/** What a later version or another tool may well have meant; everything else is a defect. */
const HINTS: ReadonlySet<ProblemCode> = new Set(['unknown-kind', 'lost-parent', 'parent-cycle']);

/** Characters of a sentence about ids and paths that may be as long as a file. */
const LONGEST = 1000;

/** Shows the defects of the goals files in the Problems view, each at its place. */
export function registerProblems(subscriptions: vscode.ExtensionContext['subscriptions'], service: GoalService): void {
  const collection = vscode.languages.createDiagnosticCollection('microGoals');
  const contradicted = vscode.languages.createDiagnosticCollection('microGoals.contradicted');
  subscriptions.push(
    collection,
    contradicted,
    service.onDidChange((snapshot) => {
      void showContradictions(contradicted, snapshot, service);
      collection.clear();
      for (const source of snapshot.sources) {
        const found = [
          ...placed(snapshot.problems.get(source.path) ?? [], source.reading),
          ...(service.unwritable.has(source.path) ? [unwritable()] : []),
        ];
        if (found.length > 0) collection.set(vscode.Uri.file(source.path), found);
      }
    }),
  );
}

/** What others brought or changed in the name of somebody else; looked for only where history knows of any. */
async function showContradictions(
  collection: vscode.DiagnosticCollection,
  snapshot: Snapshot,
  service: GoalService,
): Promise<void> {
  const isAny = [...snapshot.provenance.values()].some(({ state }) => state === 'contradicted');
  const problems = isAny ? (await import('../core/rules/contradictions')).contradictionProblems(snapshot) : undefined;
  // A later snapshot has been shown by now.
  if (service.snapshot !== snapshot) return;
  collection.clear();
  for (const { path, reading } of problems ? snapshot.sources : []) {
    const found = placed(problems?.get(path) ?? [], reading);
    if (found.length > 0) collection.set(vscode.Uri.file(path), found);
  }
}

/** Each defect where it stands. */
function placed(problems: readonly Problem[], reading: FileReading): vscode.Diagnostic[] {
  if (problems.length === 0 || reading.state === 'absent') return [];
  // Looked up only now: a sound file never pays for positions.
  const find = problems.some((problem) => problem.line === undefined)
    ? createPositionFinder(reading.text)
    : () => undefined;
  return problems.map((problem) => {
    const place =
      problem.line === undefined && problem.record !== undefined ? find(problem.record, problem.path) : undefined;
    return diagnostic(problem, place?.line ?? problem.line ?? 1, place?.column ?? problem.column ?? 1);
  });
}

function unwritable(): vscode.Diagnostic {
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
  // An empty range marks the word that stands there.
  const shown = new vscode.Diagnostic(new vscode.Range(start, start), oneLine(problem.message, LONGEST), severity);
  shown.source = 'Micro Goals';
  shown.code = problem.code;
  return shown;
}
