import { readFile } from 'node:fs/promises';
import path from 'node:path';
import driverScript from '../../hooks/merge-driver.sh';
import uninstallScript from '../../hooks/uninstall.sh';
import type { Say } from '../../core/text/fillText';
import { fillText } from '../../core/text/fillText';
import { hasAttributesLine, withAttributesLine, withoutAttributesLine } from './attributesLine';
import { DRIVER_COMMAND, planNoSettings, planSettings, readSettings } from './driverSettings';
import { microgoalsFolder } from '../run/gitFolder';
import type { FileChange } from './hookPlan';
import type { HookFinding, HookStatus } from './hookStatus';
import { installFix, updateFix } from './hookStatus';
import { insideGitDirectory } from './hooksFolder';
import { readHook } from './readHook';
import type { Repository } from '../run/repository';

export interface DriverOptions {
  /** Text of `merge-driver.js`. */
  readonly bundle: string;
  /** Absolute path of the program that runs it: Node, or VS Code's binary. */
  readonly runtime: string;
  /** True to let rebase and merge stash uncommitted ticks; offered with the driver, since with it the stash returns without a conflict. */
  readonly autoStash: boolean;
}

/** Reads the text to install from the folder that the build wrote it to, that of the running program. */
export function readDriverBundle(distFolder: string): Promise<string> {
  return readFile(path.join(distFolder, 'merge-driver.js'), 'utf8');
}

/** Returns the changes that install the driver; none if everything is there. Their order keeps a merge in between from failing. */
export async function planDriverInstall(
  repository: Repository,
  options: DriverOptions,
): Promise<readonly FileChange[]> {
  const files = await Promise.all(
    Object.entries(driverFiles(repository, options)).map(async ([file, after]): Promise<FileChange[]> => {
      const before = (await readHook(file))?.text;
      return before === after ? [] : [{ type: 'write', path: file, before, after, mode: 0o644 }];
    }),
  );
  const attributes = attributesFile(repository);
  const found = await readHook(attributes);
  const after = withAttributesLine(found?.text);
  const line: FileChange[] =
    found?.text === after
      ? []
      : [
          {
            type: 'write',
            path: attributes,
            before: found?.text,
            after,
            encoding: found?.encoding ?? 'utf8',
            mode: found?.mode ?? 0o644,
          },
        ];
  const settings = await planSettings(repository, options.autoStash);
  return insideGitDirectory(repository, [...files.flat(), ...settings, ...line]);
}

/** Returns the changes that remove the driver; every file of others gets back the bytes it had. */
export async function planDriverUninstall(repository: Repository): Promise<readonly FileChange[]> {
  const names = Object.keys(driverFiles(repository, { bundle: '', runtime: '' }));
  const files = await Promise.all(names.map(async (file) => ({ file, found: await readHook(file) })));
  const gone = files.flatMap(({ file, found }): FileChange[] =>
    found === undefined ? [] : [{ type: 'remove', path: file, before: found.text }],
  );
  const changes = [...(await planNoLine(repository)), ...(await planNoSettings(repository)), ...gone];
  return insideGitDirectory(repository, changes);
}

async function planNoLine(repository: Repository): Promise<FileChange[]> {
  const file = attributesFile(repository);
  const found = await readHook(file);
  if (found === undefined || !hasAttributesLine(found.text)) return [];
  const after = withoutAttributesLine(found.text);
  if (after === undefined) return [{ type: 'remove', path: file, before: found.text }];
  return [{ type: 'write', path: file, before: found.text, after, encoding: found.encoding, mode: found.mode }];
}

/** Returns which parts of the driver are installed and how to mend the rest, in the words of `t`. Changes nothing. */
export async function driverStatus(repository: Repository, bundle: string, t: Say = fillText): Promise<HookStatus> {
  const findings = [
    await filesFinding(repository, bundle, t),
    await settingsFinding(repository, t),
    await attributeFinding(repository, t),
  ];
  return { installed: findings.every(({ level }) => level === 'ok'), findings };
}

async function filesFinding(repository: Repository, bundle: string, t: Say): Promise<HookFinding> {
  const folder = microgoalsFolder(repository.commonDir);
  const [script, program] = await Promise.all(
    ['driver.sh', 'merge-driver.js'].map((name) => readHook(path.join(folder, name))),
  );
  if (!script || !program)
    return { level: 'warn', text: t('The merge driver is not in {0}.', folder), fix: installFix(t) };
  if (script.text === driverScript && program.text === bundle) {
    return { level: 'ok', text: t('The merge driver is in {0}.', folder) };
  }
  return { level: 'ok', text: t('The merge driver in {0} is of another version.', folder), fix: updateFix(t) };
}

async function settingsFinding(repository: Repository, t: Say): Promise<HookFinding> {
  const { driver, name, autoStash } = await readSettings(repository);
  if (driver === DRIVER_COMMAND) {
    const text = autoStash
      ? t('git knows the merge driver; rebase and merge set uncommitted ticks aside.')
      : t('git knows the merge driver.');
    return { level: 'ok', text };
  }
  if (driver === undefined && name !== undefined) {
    const text = t('merge.microgoals has a name but no driver: every merge fails.');
    return { level: 'warn', text, fix: installFix(t) };
  }
  const text =
    driver === undefined ? t('git does not know the merge driver.') : t('merge.microgoals.driver is not ours.');
  return { level: 'warn', text, fix: installFix(t) };
}

async function attributeFinding(repository: Repository, t: Say): Promise<HookFinding> {
  const answer = await repository.git('check-attr', '-z', 'merge', '--', '.microgoals/goals.json');
  const value = answer.split('\0')[2] ?? '';
  if (value === 'microgoals') return { level: 'ok', text: t('git uses it for the goals files.') };
  return { level: 'warn', text: t('git does not use it for the goals files.'), fix: installFix(t) };
}

function attributesFile({ commonDir }: Repository): string {
  return path.join(commonDir, 'info', 'attributes');
}

function driverFiles(
  { commonDir }: Repository,
  { bundle, runtime }: Pick<DriverOptions, 'bundle' | 'runtime'>,
): Readonly<Record<string, string>> {
  const folder = microgoalsFolder(commonDir);
  return {
    [path.join(folder, 'uninstall.sh')]: uninstallScript,
    [path.join(folder, 'merge-driver.js')]: bundle,
    // Slashes, because sh reads the file.
    [path.join(folder, 'runtime')]: `${runtime.replaceAll('\\', process.platform === 'win32' ? '/' : '\\')}\n`,
    [path.join(folder, 'driver.sh')]: driverScript,
  };
}
