import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { ConfigDraft } from '../run/gitConfigText';
import { editConfigText } from '../run/gitConfigText';
import type { FileChange } from './hookPlan';
import { FolderRefusedError } from './hookPlan';
import { readHook } from './readHook';
import type { Repository } from '../run/repository';

/** Command that locates the driver from the work tree each time, so that a clone may move and a worktree shares it. */
export const DRIVER_COMMAND = 'sh "$(git rev-parse --git-common-dir)/microgoals/driver.sh" %O %A %B %L %P';
const SECTION = 'merge.microgoals';
/** Key in our own section that names the keys we set and that were not there before. */
const OURS = `${SECTION}.autostash`;
/** Key that is set if the file had no final line end, which git adds. */
const NO_LINE_END = `${SECTION}.nolineend`;
const AUTO_STASH = ['rebase.autoStash', 'merge.autoStash'] as const;

export interface DriverSettings {
  readonly driver: string | undefined;
  /** Name of the driver. A name without a driver makes every merge fail. */
  readonly name: string | undefined;
  /** True if git stashes uncommitted ticks by itself before a rebase and a merge. */
  readonly autoStash: boolean;
}

/** Plans our settings. @param autoStash also let rebase and merge stash uncommitted changes; the person's own settings stay. */
export function planSettings(repository: Repository, autoStash: boolean): Promise<FileChange[]> {
  return planConfig(repository, async (draft, before) => {
    const [driver] = await draft.get(`${SECTION}.driver`);
    if (driver !== DRIVER_COMMAND) await draft.set(`${SECTION}.driver`, DRIVER_COMMAND);
    if ((await draft.get(`${SECTION}.name`)).length === 0) await draft.set(`${SECTION}.name`, 'Micro Goals');
    if (!before.endsWith('\n')) await draft.set(NO_LINE_END, 'true');
    if (!autoStash) return;
    for (const key of AUTO_STASH) {
      if ((await repository.git('config', '--get-all', key).catch(() => '')) !== '') continue;
      await draft.add(OURS, key);
      await draft.set(key, 'true');
    }
  });
}

export function planNoSettings(repository: Repository): Promise<FileChange[]> {
  return planConfig(repository, async (draft) => {
    for (const key of await draft.get(OURS)) {
      // A value that the person has changed since is theirs.
      if (isAutoStash(key) && (await draft.get(key)).join() === 'true') await draft.unset(key);
    }
    const hadNoLineEnd = (await draft.get(NO_LINE_END)).length > 0;
    await draft.removeSection(SECTION);
    if (hadNoLineEnd) await draft.cutLineEnd();
  });
}

export async function readSettings(repository: Repository): Promise<DriverSettings> {
  const file = path.join(repository.commonDir, 'config');
  const local = async (key: string): Promise<string | undefined> =>
    (await repository.git('config', '--file', file, '--get', key).catch(() => '')) || undefined;
  const isOn = async (key: string): Promise<boolean> =>
    (await repository.git('config', '--bool', '--get', key).catch(() => '')) === 'true';
  const stash = await Promise.all(AUTO_STASH.map(isOn));
  return {
    driver: await local(`${SECTION}.driver`),
    name: await local(`${SECTION}.name`),
    autoStash: !stash.includes(false),
  };
}

function isAutoStash(key: string): boolean {
  return (AUTO_STASH as readonly string[]).includes(key);
}

async function planConfig(
  { commonDir }: Repository,
  edit: (draft: ConfigDraft, before: string) => Promise<void>,
): Promise<FileChange[]> {
  const file = path.join(commonDir, 'config');
  // The target of a link is only read: applying the plan never writes through a link.
  const found = await readHook(await realpath(file));
  if (found?.kind !== 'file') throw new FolderRefusedError(file);
  const { text: before, encoding, mode } = found;
  const after = await editConfigText(before, (draft) => edit(draft, before));
  return before === after ? [] : [{ type: 'write', path: file, before, after, encoding, mode }];
}
