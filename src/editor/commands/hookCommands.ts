import * as vscode from 'vscode';
import { visible } from '../../core/text/safeText';
import { planInstall, planUninstall } from '../../git/hookInstaller';
import type { FileChange, HookPlan } from '../../git/hookPlan';
import { applyPlan, PlanOutdatedError } from '../../git/hookPlan';
import { hookStatus } from '../../git/hookStatus';
import type { Repository } from '../../git/repository';
import { PlainError } from '../commandBoundary';
import { COMMANDS } from '../contributions';
import type { CommandDeps } from './deps';

const { t } = vscode.l10n;

/** The commit hook: shown in full before anything is written. */
export function registerHookCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.installHook, async () => {
    const plan = await planInstall(repositoryOf(deps));
    await carryOut(deps, plan, t('Install'), installText(plan));
  });
  register(COMMANDS.uninstallHook, async () => {
    const plan = await planUninstall(repositoryOf(deps));
    await carryOut(deps, plan, t('Uninstall'), changesText(plan));
  });
  register(COMMANDS.showHookStatus, async () => {
    const { installed, findings } = await hookStatus(repositoryOf(deps));
    const heading = installed
      ? t('Commits here name the active goal.')
      : t('Commits here do not name the active goal.');
    const lines = findings.map(({ level, text, fix }) =>
      `- ${level === 'ok' ? '✓' : '!'} ${text} ${fix ?? ''}`.trimEnd(),
    );
    await showText(deps, [heading, '', ...lines].join('\n'));
  });
}

function repositoryOf({ service }: CommandDeps): Repository {
  const repository = vscode.workspace.isTrusted ? service.place?.repository : undefined;
  if (!repository) throw new PlainError(t('A commit hook needs a git repository in a trusted folder.'));
  return repository;
}

/** Shows the plan beside and asks; without anything to change, only says so. */
async function carryOut(deps: CommandDeps, plan: HookPlan, verb: string, text: string): Promise<void> {
  if (plan.changes.length === 0 && plan.manual === undefined) throw new PlainError(t('There is nothing to change.'));
  await showText(deps, text);
  if (plan.changes.length === 0) return;
  const go = { label: `$(check) ${verb}`, description: t('exactly what the document shows') };
  const picked = await vscode.window.showQuickPick([go, { label: t('Cancel') }], {
    placeHolder: t('Nothing was changed yet'),
    ignoreFocusOut: true,
  });
  if (picked !== go) return;
  try {
    await applyPlan(plan);
  } catch (error) {
    if (error instanceof PlanOutdatedError)
      throw new PlainError(t('A file changed in the meantime. Nothing was done; please try again.'));
    throw error;
  }
}

function installText(plan: HookPlan): string {
  const { manual } = plan;
  if (!manual) return changesText(plan);
  const advice = manual.done
    ? t('The hooks of this repository belong to {0}; the line for Micro Goals is there.', manual.owner)
    : t('The hooks of this repository belong to {0}. Add this line to {1} yourself:', manual.owner, manual.file);
  return [changesText(plan), advice, '', manual.lines, ...manual.alternative].join('\n');
}

function changesText({ changes }: HookPlan): string {
  return changes.map(changeText).join('\n');
}

function changeText(change: FileChange): string {
  if (change.type === 'rename') return `# ${t('Rename {0} to {1}', change.path, change.to)}\n`;
  if (change.type === 'remove') return `# ${t('Remove {0}', change.path)}\n`;
  const heading = change.before === undefined ? t('New file {0}', change.path) : t('Change {0} to', change.path);
  return `# ${heading}\n\n${change.after}\n`;
}

function showText({ texts }: CommandDeps, text: string): Promise<void> {
  return texts.show(t('Commit hook'), text.split('\n').map(visible).join('\n'), 'shellscript');
}
