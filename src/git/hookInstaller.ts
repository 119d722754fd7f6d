import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import script from '../hooks/commit-msg.sh';
import { microgoalsFolder } from './gitFolder';
import {
  addBlock,
  callLine,
  hasBlock,
  isOwnHook,
  isShellScript,
  OWN_HOOK,
  removeBlock,
  SCRIPT_NAME,
  withCurrentBlock,
  wrappedName,
  wrapperHook,
} from './hookBlock';
import { findHookManager } from './hookManagers';
import type { FileChange, HookPlan, ManualStep } from './hookPlan';
import type { Repository } from './repository';

const HOOK = 'commit-msg';
const KEPT = `${HOOK}.before-microgoals`;
/** The first version of git with hooks in its configuration. */
const CONFIG_HOOKS = [2, 54] as const;

/** What installing the hook will change; apply it with `applyPlan`. Empty changes and no open manual step: all is there. */
export async function planInstall(repository: Repository): Promise<HookPlan> {
  const hooksFolder = await liveHooksFolder(repository);
  const manual = await manualStep(repository, hooksFolder);
  const script = await scriptChanges(repository);
  const changes = manual === undefined ? [...script, ...(await installInto(hooksFolder))] : script;
  return { hooksFolder, changes, manual };
}

/** What removing it will change: every file gets back the bytes and mode it had. A line in a manager's settings is the person's to remove. */
export async function planUninstall(repository: Repository): Promise<HookPlan> {
  const hooksFolder = await liveHooksFolder(repository);
  const manual = await manualStep(repository, hooksFolder);
  // core.hooksPath may have been set, or a manager come, after ours was installed.
  const folders = new Set([path.join(repository.commonDir, 'hooks')]);
  if (isInside(hooksFolder, repository)) folders.add(hooksFolder);
  const hooks = await Promise.all([...folders].map(uninstallFrom));
  const own = await readHook(scriptFile(repository));
  const gone: FileChange[] =
    own === undefined ? [] : [{ type: 'remove', path: scriptFile(repository), before: own.text }];
  return { hooksFolder, changes: [...hooks.flat(), ...gone], manual: manual?.done ? manual : undefined };
}

/** Where git looks for hooks now; relative answers of git count from the top of the work tree. */
export async function liveHooksFolder(repository: Repository): Promise<string> {
  const folder = await repository.git('rev-parse', '--path-format=absolute', '--git-path', 'hooks');
  return path.resolve(repository.root, folder);
}

export function scriptFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.commonDir), path.basename(SCRIPT_NAME));
}

export interface HookFile {
  readonly text: string;
  /** Permission bits. */
  readonly mode: number;
  /** A regular file whose bytes are UTF-8: what is read can be written back as it was. */
  readonly plain: boolean;
}

/** undefined where there is nothing of that name. */
export async function readHook(file: string): Promise<HookFile | undefined> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  const bytes = found.isFile() ? await readFile(file) : Buffer.alloc(0);
  const text = bytes.toString('utf8');
  return { text, mode: found.mode & 0o7777, plain: found.isFile() && Buffer.from(text).equals(bytes) };
}

/** The step that is left to the person, where the hooks directory is not ours to write to. */
export async function manualStep(repository: Repository, hooksFolder: string): Promise<ManualStep | undefined> {
  const manager = await findHookManager(hooksFolder, repository.root);
  if (manager === undefined && isInside(hooksFolder, repository)) return undefined;
  const alternative = await configHookCommands(repository);
  const configured = alternative.length > 0 && (await configHook(repository)).includes(SCRIPT_NAME);
  if (manager !== undefined) {
    const { name: owner, file, lines, added } = manager;
    return { owner, file, lines, done: added || configured, alternative };
  }
  const file = path.join(hooksFolder, HOOK);
  const text = (await readHook(file))?.text ?? '';
  const owner = 'core.hooksPath, which names a directory outside of this repository';
  return { owner, file, lines: callLine(), done: text.includes(SCRIPT_NAME) || configured, alternative };
}

async function scriptChanges(repository: Repository): Promise<FileChange[]> {
  const file = scriptFile(repository);
  const before = (await readHook(file))?.text;
  return before === script ? [] : [{ type: 'write', path: file, before, after: script, mode: 0o644 }];
}

async function installInto(folder: string): Promise<FileChange[]> {
  const file = path.join(folder, HOOK);
  const hook = await readHook(file);
  if (hook === undefined) return [{ type: 'write', path: file, before: undefined, after: OWN_HOOK, mode: 0o755 }];
  const { text: before, mode } = hook;
  if (hasBlock(before)) {
    const after = withCurrentBlock(before);
    return after === before ? [] : [{ type: 'write', path: file, before, after, mode }];
  }
  // A script that git ignores, for it is not executable, must not come to life through us.
  if (hook.plain && (mode & 0o111) !== 0 && isShellScript(before)) {
    return [{ type: 'write', path: file, before, after: addBlock(before), mode }];
  }
  const kept = await freeName(folder);
  return [
    { type: 'rename', path: file, to: path.join(folder, kept) },
    { type: 'write', path: file, before: undefined, after: wrapperHook(kept), mode: 0o755 },
  ];
}

async function uninstallFrom(folder: string): Promise<FileChange[]> {
  const file = path.join(folder, HOOK);
  const hook = await readHook(file);
  if (hook === undefined || !hasBlock(hook.text)) return [];
  const { text: before, mode } = hook;
  const remove: FileChange = { type: 'remove', path: file, before };
  if (isOwnHook(before)) return [remove];
  const kept = wrappedName(before);
  if (kept === undefined) return [{ type: 'write', path: file, before, after: removeBlock(before), mode }];
  const original = path.join(folder, kept);
  return (await readHook(original)) === undefined ? [remove] : [remove, { type: 'rename', path: original, to: file }];
}

async function freeName(folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? KEPT : `${KEPT}-${number}`;
    if ((await readHook(path.join(folder, name))) === undefined) return name;
  }
}

function isInside(hooksFolder: string, { root, commonDir }: Repository): boolean {
  return [root, commonDir].some((folder) => hooksFolder.startsWith(folder + path.sep));
}

async function configHookCommands(repository: Repository): Promise<string[]> {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(await repository.git('version')) ?? [];
  const version = [Number(major), Number(minor)] as const;
  if (version[0] < CONFIG_HOOKS[0] || (version[0] === CONFIG_HOOKS[0] && version[1] < CONFIG_HOOKS[1])) return [];
  return ['git config hook.microgoals.event commit-msg', `git config hook.microgoals.command '${callLine()}'`];
}

async function configHook(repository: Repository): Promise<string> {
  return repository.git('config', '--get', 'hook.microgoals.command').catch(() => '');
}
