import path from 'node:path';
import type { Say } from '../../core/text/fillText';
import { fillText } from '../../core/text/fillText';
import script from '../../hooks/commit-msg.sh';
import { microgoalsFolder } from '../run/gitFolder';
import {
  addBlock,
  callLine,
  hasBlock,
  hasCurrentBlock,
  isOwnHook,
  isShellScript,
  keptName,
  OWN_HOOK,
  removeBlock,
  SCRIPT_NAME,
  withCurrentBlock,
  wrappedName,
  wrapperHook,
} from './hookBlock';
import { findHookManager, textOf } from './hookManagers';
import type { FileChange, HookPlan, ManualStep } from './hookPlan';
import { FolderRefusedError } from './hookPlan';
import type { HooksFolder } from './hooksFolder';
import { insideGitDirectory, judgeHooksFolder } from './hooksFolder';
import { hooksOff } from './hooksOff';
import { readHook } from './readHook';
import type { Repository } from '../run/repository';

const HOOK = 'commit-msg';
/** First version of git that supports hooks in its configuration. */
const CONFIG_HOOKS = [2, 54] as const;

/**
 * Plans the installation of the hook; apply the plan with `applyPlan`. If it has no changes and no open manual step, everything is there.
 * @param t translates the owner of the hooks into the person's language.
 */
export async function planInstall(repository: Repository, t: Say = fillText): Promise<HookPlan> {
  const place = await liveHooksFolder(repository);
  const manual = await manualStep(repository, place, t);
  const off = manual?.done ? undefined : await hooksOff(repository, place, t);
  if (off) return { hooksFolder: place.folder, changes: [], manual: undefined, off };
  const script = await scriptChanges(repository);
  const changes = manual === undefined ? [...script, ...(await installInto(place))] : script;
  return { hooksFolder: place.folder, changes, manual };
}

/** Plans the removal: every file gets back the bytes and mode it had. A line that a person added is theirs to remove. */
export async function planUninstall(repository: Repository, t: Say = fillText): Promise<HookPlan> {
  const place = await liveHooksFolder(repository);
  // Someone may have set core.hooksPath or added a manager since our hook was installed.
  const places = [await judgeHooksFolder(repository, path.join(repository.commonDir, 'hooks')), place];
  const distinct = new Map(places.map((each) => [each.real, each])).values();
  const hooks = (await Promise.all([...distinct].map(uninstallFrom))).flat();
  const manual = await manualStep(repository, place, t);
  const isLeft = manual?.done === true && !hooks.some((change) => change.path === hookFile(place));
  const own = await readHook(scriptFile(repository));
  const gone: FileChange[] =
    own === undefined ? [] : [{ type: 'remove', path: scriptFile(repository), before: own.text }];
  const changes = [...hooks, ...(await insideGitDirectory(repository, gone))];
  return { hooksFolder: place.folder, changes, manual: isLeft ? manual : undefined };
}

/** Returns the place where git looks for hooks now; git's relative answers count from the top of the work tree. */
export async function liveHooksFolder(repository: Repository): Promise<HooksFolder> {
  // git answers relatively to the top of the work tree, also where core.hooksPath is empty, although it then runs no hook.
  const folder = await repository.git('rev-parse', '--git-path', 'hooks');
  return judgeHooksFolder(repository, path.resolve(repository.root, folder));
}

export function scriptFile(repository: Repository): string {
  return path.join(microgoalsFolder(repository.commonDir), path.basename(SCRIPT_NAME));
}

/** Returns the step that is left to the person if the hooks directory is not ours to write to. */
export async function manualStep(
  repository: Repository,
  { folder, where }: HooksFolder,
  t: Say,
): Promise<ManualStep | undefined> {
  const manager = await findHookManager(folder, repository.root);
  if (manager === undefined && where === 'git directory') return undefined;
  const alternative = await configHookCommands(repository);
  const configured = alternative.length > 0 && (await configHook(repository)).includes(SCRIPT_NAME);
  if (manager !== undefined) {
    const { name: owner, file, lines, added } = manager;
    return { owner, file, lines, done: added || configured, alternative };
  }
  const file = path.join(folder, HOOK);
  const owner = where === 'work tree' ? t('the work tree') : t('a directory outside of this repository');
  const done = (await textOf(file)).includes(SCRIPT_NAME) || configured;
  return { owner, file, lines: callLine(), done, alternative };
}

async function scriptChanges(repository: Repository): Promise<readonly FileChange[]> {
  const file = scriptFile(repository);
  const before = (await readHook(file))?.text;
  if (before === script) return [];
  return insideGitDirectory(repository, [{ type: 'write', path: file, before, after: script, mode: 0o644 }]);
}

function hookFile({ folder, real }: HooksFolder): string {
  return path.join(real ?? folder, HOOK);
}

async function installInto(place: HooksFolder): Promise<FileChange[]> {
  const file = hookFile(place);
  const hook = await readHook(file);
  if (hook === undefined) return [{ type: 'write', path: file, before: undefined, after: OWN_HOOK, mode: 0o755 }];
  if (hook.kind === 'other') throw new FolderRefusedError(file);
  const { text: before, mode, encoding } = hook;
  if (hasBlock(before)) {
    const after = withCurrentBlock(before);
    return after === before ? [] : [{ type: 'write', path: file, before, after, encoding, mode }];
  }
  // A script that git ignores because it is not executable must not come to life through us.
  if (hook.kind === 'file' && encoding === 'utf8' && (mode & 0o111) !== 0 && isShellScript(before)) {
    return [{ type: 'write', path: file, before, after: addBlock(before), mode }];
  }
  const kept = await freeName(path.dirname(file));
  return [
    { type: 'rename', path: file, to: path.join(path.dirname(file), kept) },
    { type: 'write', path: file, before: undefined, after: wrapperHook(kept), mode: 0o755 },
  ];
}

/** Plans the same removal as uninstall.sh. In the work tree, where anybody may have written, it takes out only exact copies of our text. */
async function uninstallFrom(place: HooksFolder): Promise<FileChange[]> {
  const file = hookFile(place);
  const hook = place.where === 'elsewhere' ? undefined : await readHook(file);
  // sh cannot hold a zero byte, so a file with one contains no block of ours.
  if (hook === undefined || !hasBlock(hook.text) || hook.text.includes('\0')) return [];
  const { text: before, mode, encoding } = hook;
  if (place.where === 'work tree' && !hasCurrentBlock(before)) return [];
  const remove: FileChange = { type: 'remove', path: file, before };
  if (isOwnHook(before)) return [remove];
  const kept = wrappedName(before);
  if (kept === undefined) return [{ type: 'write', path: file, before, after: removeBlock(before), encoding, mode }];
  const original = path.join(path.dirname(file), kept);
  const kind = (await readHook(original))?.kind ?? 'other';
  return kind === 'other' ? [remove] : [remove, { type: 'rename', path: original, to: file }];
}

async function freeName(folder: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = keptName(number);
    if ((await readHook(path.join(folder, name))) === undefined) return name;
  }
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
