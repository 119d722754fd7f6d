import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { measure } from '../run/figure';
import { markHostLine } from './hostLine';

/** Milliseconds, measured inside the extension host. */
export interface EditorTimes {
  readonly activation: number;
  readonly ticks: readonly number[];
}

interface PerformanceMarks {
  getMarks(): readonly { readonly name: string; readonly startTime: number }[];
}

declare global {
  // The workbench puts its marks there, in every process of it.
  var MonacoPerformanceMarks: PerformanceMarks | undefined;
}

const EXTENSION = 'micro-goals.micro-goals';
const TICKS = 15;

/** VS Code calls this in its extension host. The workspace holds a large goals file; its goals are ticked one by one. */
export async function run(): Promise<void> {
  await vscode.extensions.getExtension(EXTENSION)?.activate();
  const ticks: number[] = [];
  for (const id of openGoals().slice(0, TICKS)) {
    // The command ends when the goal stands in the file and the views have what is in it.
    ticks.push(await measure(() => vscode.commands.executeCommand('microGoals.toggleDone', { id, done: true })));
  }
  const times: EditorTimes = { activation: activationTime(), ticks: ticks.slice(1) };
  console.log(markHostLine(JSON.stringify(times)));
}

function openGoals(): string[] {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const text = readFileSync(path.join(folder, '.microgoals', 'goals.json'), 'utf8');
  const file = JSON.parse(text) as { records: Record<string, { status?: string; kind?: string } | number> };
  return Object.entries(file.records).flatMap(([id, record]) =>
    typeof record === 'object' && record.status === 'open' && record.kind === 'micro' ? [id] : [],
  );
}

function activationTime(): number {
  const marks = globalThis.MonacoPerformanceMarks?.getMarks() ?? [];
  const at = (what: string): number =>
    marks.find(({ name }) => name === `code/extHost/${what}ActivateExtension/${EXTENSION}`)?.startTime ?? Number.NaN;
  return at('did') - at('will');
}
