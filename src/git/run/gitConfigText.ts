import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputOrNothing } from './gitError';
import { runGit } from './runGit';

/** Configuration file as text, read and written by git itself, but away from the real file. */
export interface ConfigDraft {
  /** Returns all values of a key; empty if it is not set. */
  get(key: string): Promise<string[]>;
  set(key: string, value: string): Promise<void>;
  /** Adds one more value. */
  add(key: string, value: string): Promise<void>;
  unset(key: string): Promise<void>;
  removeSection(name: string): Promise<void>;
  /** Removes the line end at the end of the file. */
  cutLineEnd(): Promise<void>;
}

/** Returns the text of a configuration file after some calls of `git config`. */
export async function editConfigText(text: string, edit: (draft: ConfigDraft) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'microgoals-'));
  try {
    const file = path.join(folder, 'config');
    await writeFile(file, text, { mode: 0o600 });
    await edit(draftOf(folder, file));
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function draftOf(folder: string, file: string): ConfigDraft {
  const config = (...args: string[]): Promise<string> => runGit(folder, ['config', '--file', file, ...args]);
  const change = async (...args: string[]): Promise<void> => {
    await config(...args);
  };
  return {
    get: async (key) => {
      const output = await outputOrNothing(config('-z', '--get-all', key));
      return (output ?? '').split('\0').slice(0, -1);
    },
    set: (key, value) => change(key, value),
    add: (key, value) => change('--add', key, value),
    unset: (key) => change('--unset-all', key),
    removeSection: async (name) => {
      await outputOrNothing(config('--remove-section', name));
    },
    cutLineEnd: async () => writeFile(file, (await readFile(file, 'utf8')).replace(/\n$/, '')),
  };
}
