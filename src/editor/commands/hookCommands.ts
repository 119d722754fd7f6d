import * as vscode from 'vscode';
import { visible } from '../../core/text/safeText';
import { readDriverBundle } from '../../git/hooks/driverInstaller';
import type { FileChange, HookPlan } from '../../git/hooks/hookPlan';
import { applyPlan, FolderRefusedError, PlanOutdatedError } from '../../git/hooks/hookPlan';
import type { HookFinding } from '../../git/hooks/hookStatus';
import { installationStatus, planInstallation, planRemoval } from '../../git/hooks/installation';
import type { Repository } from '../../git/run/repository';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { sayBriefly } from '../texts/sayBriefly';
import type { CommandDeps } from './deps';

const { t } = vscode.l10n;

/** Registers the commands for the commit hook and merge driver: one consent covers both, shown in full before anything is written. */
export function registerHookCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.installHook, async () => {
    const repository = repositoryOf(deps);
    const options = { bundle: await readDriverBundle(__dirname), runtime: process.execPath };
    const planned = (autoStash: boolean): Promise<HookPlan> =>
      planInstallation(repository, { ...options, autoStash }, t).catch(refused);
    const plan = await planned(false);
    await carryOut(deps, plan, installText(plan), [
      { label: t('Install'), description: t('exactly what the document shows'), plan: () => Promise.resolve(plan) },
      {
        label: t('Install, and set ticks aside for rebase and merge'),
        description: t('also rebase.autoStash and merge.autoStash of this clone'),
        plan: () => planned(true),
      },
    ]);
  });
  register(COMMANDS.uninstallHook, async () => {
    const plan = await planRemoval(repositoryOf(deps), t).catch(refused);
    await carryOut(deps, plan, removalText(plan), [
      { label: t('Uninstall'), description: t('exactly what the document shows'), plan: () => Promise.resolve(plan) },
    ]);
  });
  register(COMMANDS.showHookStatus, () => showStatus(deps, repositoryOf(deps)));
}

const MARKS: Readonly<Record<HookFinding['level'], string>> = { ok: '✓', warn: '!', off: '–' };

function refused(error: unknown): never {
  if (!(error instanceof FolderRefusedError)) throw error;
  throw new PlainError(t('{0} is not a regular file of the git directory, so nothing was changed.', error.file));
}

async function showStatus(deps: CommandDeps, repository: Repository): Promise<void> {
  const { hook, driver, findings } = await installationStatus(repository, await readDriverBundle(__dirname), t);
  const heading = [
    hook ? t('Commits here name the active goal.') : t('Commits here do not name the active goal.'),
    driver
      ? t('git merges the shared file goal by goal.')
      : t('git merges the shared file line by line, like any other.'),
  ];
  const lines = findings.map(({ level, text, fix }) => `- ${MARKS[level]} ${text} ${fix ?? ''}`.trimEnd());
  await showText(deps, [...heading, '', ...lines].join('\n'), 'plaintext');
}

function repositoryOf({ service }: CommandDeps): Repository {
  const repository = vscode.workspace.isTrusted ? service.place?.repository : undefined;
  if (!repository) throw new PlainError(t('A commit hook needs a git repository in a trusted folder.'));
  return repository;
}

interface PlanChoice {
  readonly label: string;
  readonly description: string;
  readonly plan: () => Promise<HookPlan>;
}

/** Shows the plan and asks; if there is nothing to change, only says so. */
async function carryOut(
  deps: CommandDeps,
  plan: HookPlan,
  text: string,
  choices: readonly PlanChoice[],
): Promise<void> {
  if (plan.changes.length === 0 && !plan.manual && !plan.off) throw new PlainError(t('There is nothing to change.'));
  await showText(deps, text, 'shellscript');
  if (plan.changes.length === 0) return;
  const rows = choices.map((choice) => ({ ...choice, label: `$(check) ${choice.label}` }));
  const picked = await vscode.window.showQuickPick([...rows, { label: t('Cancel'), plan: undefined }], {
    placeHolder: t('Nothing was changed yet'),
    ignoreFocusOut: true,
  });
  if (!picked?.plan) return;
  try {
    await applyPlan(await picked.plan());
    sayBriefly(t('Done, as the document shows'));
  } catch (error) {
    if (error instanceof PlanOutdatedError)
      throw new PlainError(t('A file changed in the meantime. Nothing was done; please try again.'));
    throw error;
  }
}

function installText(plan: HookPlan): string {
  const { manual, off } = plan;
  if (off) return [changesText(plan), `${off.text} ${off.fix}`.trimEnd()].join('\n');
  if (!manual) return changesText(plan);
  const advice = manual.done
    ? t('The hooks of this repository belong to {0}; the line for Micro Goals is there.', manual.owner)
    : t('The hooks of this repository belong to {0}. Add this line to {1} yourself:', manual.owner, manual.file);
  return [changesText(plan), advice, '', manual.lines, ...manual.alternative].join('\n');
}

/** Returns the text of a removal. Only the person may remove a line they added to the settings of another tool or to a team hook. */
function removalText(plan: HookPlan): string {
  const { manual } = plan;
  if (!manual) return changesText(plan);
  const advice = t(
    'The hooks of this repository belong to {0}. Take this line out of {1} yourself:',
    manual.owner,
    manual.file,
  );
  return [changesText(plan), advice, '', manual.lines].join('\n');
}

/** Returns the list of all changes, then the files as they will be. */
function changesText({ changes }: HookPlan): string {
  const files = changes.flatMap((change) =>
    change.type === 'write' ? [`${headingOf(change)}\n\n${change.after}\n`] : [],
  );
  return [`${changes.map(headingOf).join('\n')}\n`, ...files].join('\n');
}

function headingOf(change: FileChange): string {
  if (change.type === 'rename') return `# ${t('Rename {0} to {1}', change.path, change.to)}`;
  if (change.type === 'remove') return `# ${t('Remove {0}', change.path)}`;
  return `# ${change.before === undefined ? t('New file {0}', change.path) : t('Change {0}', change.path)}`;
}

function showText({ texts }: CommandDeps, text: string, language: 'plaintext' | 'shellscript'): Promise<void> {
  return texts.show(t('Commit hook'), text.split('\n').map(visible).join('\n'), language);
}
