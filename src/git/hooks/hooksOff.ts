import { stat } from 'node:fs/promises';
import type { Say } from '../../core/text/fillText';
import { outputOrNothing } from '../run/gitError';
import type { Repository } from '../run/repository';
import { findHookManager } from './hookManagers';
import type { HooksOff } from './hookPlan';
import type { HooksFolder } from './hooksFolder';

const SCOPES: readonly string[] = ['local', 'global', 'system', 'worktree'];

/** Returns how hooks are switched off; undefined if they are not, or if the folder is only yet to be made, by us or by a manager. */
export async function hooksOff(repository: Repository, place: HooksFolder, t: Say): Promise<HooksOff | undefined> {
  const output = await outputOrNothing(repository.git('config', '-z', '--show-scope', '--get', 'core.hooksPath'));
  if (output === undefined) return undefined;
  const [scope = '', value = ''] = output.split('\0');
  if (value !== '' && (await mayHoldHooks(place, repository.root))) return undefined;
  const text =
    value === ''
      ? t('Hooks are switched off: core.hooksPath is empty.')
      : t('Hooks are switched off: core.hooksPath is {0}, which is no folder.', value);
  const command = `git config --${scope} --unset-all core.hooksPath`;
  return { text, fix: SCOPES.includes(scope) ? t('To switch them on: {0}', command) : '' };
}

async function mayHoldHooks({ folder, where }: HooksFolder, root: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  if (found) return found.isDirectory();
  return where === 'git directory' || (await findHookManager(folder, root)) !== undefined;
}
