import { spawn } from 'node:child_process';
// eslint-disable-next-line no-restricted-imports -- the file was made here.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Goal } from '../../core/model/goalView';
import type { Priority } from '../../core/text/quickAdd';
import { quickAddText } from '../../core/text/quickAddText';
import { Failure } from './failure';

/** Opens the quick-add line and the notes of a goal in the person's editor; returns the text as they left it. */
export async function editText(goal: Goal, environment: NodeJS.ProcessEnv): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'microgoals-'));
  try {
    const file = path.join(folder, 'goal.md');
    await writeFile(file, editableText(goal), { mode: 0o600 });
    await runEditor(environment['VISUAL'] || environment['EDITOR'] || defaultEditor(), file);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function editableText({ title, due, owner, parent, priority, tags, notes, more }: Goal): string {
  const fields = { due, owner, parent, priority: isPriority(priority) ? priority : undefined, repeat: more.repeat };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return `${quickAddText({ title, tags, ...present })}\n\n${notes === '' ? '' : `${notes.trimEnd()}\n`}`;
}

/** Splits a text into its first line that is not blank and the rest. */
export function readEditedText(text: string): { readonly title: string; readonly notes: string } {
  const [title = '', ...notes] = text.replaceAll('\r\n', '\n').trimStart().split('\n');
  return { title: title.trim(), notes: notes.join('\n').trim() };
}

function isPriority(value: number | undefined): value is Priority {
  return value === 1 || value === 2 || value === 3;
}

function defaultEditor(): string {
  return process.platform === 'win32' ? 'notepad' : 'vi';
}

/** Runs the editor through a shell, because its setting is a command line such as `code --wait`; the file is an argument. */
function runEditor(editor: string, file: string): Promise<void> {
  // Windows would first look for the editor in the current folder, which may be somebody's clone.
  const env = { ...process.env, NoDefaultCurrentDirectoryInExePath: '1' };
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true, env })
      : spawn('/bin/sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', () => {
      reject(new Failure(`The editor did not start: ${editor}`));
    });
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Failure('The editor ended with an error; nothing was changed.'));
    });
  });
}
