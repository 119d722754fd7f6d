import type { Say } from '../../core/text/fillText';
import { fillText } from '../../core/text/fillText';
import type { DriverOptions } from './driverInstaller';
import { driverStatus, planDriverInstall, planDriverUninstall } from './driverInstaller';
import { planInstall, planUninstall } from './hookInstaller';
import type { HookPlan } from './hookPlan';
import type { HookFinding } from './hookStatus';
import { hookStatus } from './hookStatus';
import type { Repository } from '../run/repository';

/**
 * Plans what one consent covers: the commit hook and the merge driver. Apply the plan with `applyPlan`.
 * @throws FolderRefusedError if links lead out of the git directory
 */
export async function planInstallation(
  repository: Repository,
  options: DriverOptions,
  t: Say = fillText,
): Promise<HookPlan> {
  const hook = await planInstall(repository, t);
  return { ...hook, changes: [...hook.changes, ...(await planDriverInstall(repository, options))] };
}

export async function planRemoval(repository: Repository, t: Say = fillText): Promise<HookPlan> {
  const hook = await planUninstall(repository, t);
  return { ...hook, changes: [...hook.changes, ...(await planDriverUninstall(repository))] };
}

export interface InstallationStatus {
  /** True if a commit made now would be linked. */
  readonly hook: boolean;
  /** True if a merge made now would go through our driver. */
  readonly driver: boolean;
  readonly findings: readonly HookFinding[];
}

/** Returns the status of hook and driver. @param t translates the findings into the person's language. */
export async function installationStatus(
  repository: Repository,
  bundle: string,
  t: Say = fillText,
): Promise<InstallationStatus> {
  const [hook, driver] = await Promise.all([hookStatus(repository, t), driverStatus(repository, bundle, t)]);
  return { hook: hook.installed, driver: driver.installed, findings: [...hook.findings, ...driver.findings] };
}
