import * as vscode from 'vscode';
import { takeLeftAside } from '../../app/fileNotices';
import { planSharing } from '../../app/shareGoals';
import { visible } from '../../core/text/safeText';
import type { GoalBranchPlan } from '../../git/branches/goalBranch';
import { makeGoalBranch } from '../../git/branches/goalBranch';
import type { Repository } from '../../git/run/repository';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { refuseDirty } from '../service/refuseDirty';
import type { CommandDeps } from './deps';

const { t } = vscode.l10n;

/** Registers the commands that keep goal changes out of git's way and share them again. */
export function registerAsideCommands(deps: CommandDeps): void {
  const { register, service } = deps;
  register(COMMANDS.parkChanges, async () => {
    repositoryOf(deps);
    if ((await service.moveEdits('overlay')) === 0) throw new PlainError(t('There is nothing to set aside.'));
  });
  register(COMMANDS.shareChanges, async () => {
    repositoryOf(deps);
    if ((await service.moveEdits('file')) === 0) throw new PlainError(t('There is nothing that was set aside.'));
  });
  register(COMMANDS.takeLeftAside, async () => {
    repositoryOf(deps);
    const { place } = service;
    if (place?.team) refuseDirty(place.team.path);
    const count = place ? await takeLeftAside(place) : 0;
    await service.refresh();
    if (count === 0) throw new PlainError(t('No worktree that is gone left anything for this branch.'));
  });
  register(COMMANDS.shareNow, () => shareNow(deps));
}

function repositoryOf({ service }: CommandDeps): Repository {
  const repository = vscode.workspace.isTrusted ? service.place?.repository : undefined;
  if (!repository) throw new PlainError(t('Sharing needs a git repository in a trusted folder.'));
  return repository;
}

/** Makes a branch with the goal changes. Only here do we commit for a person: they see all of it first, and push it themselves. */
async function shareNow(deps: CommandDeps): Promise<void> {
  const repository = repositoryOf(deps);
  const plan = await planOf(deps, repository);
  if (!plan) throw new PlainError(t('There is nothing to share that the integration branch does not have.'));
  await deps.texts.show(t('Share now'), visibleLines(textOf(plan)), 'markdown');
  const go = { label: `$(git-branch) ${t('Make this branch')}`, description: t('exactly what the document shows') };
  const own = { label: `$(edit) ${t('Make it with my own message…')}` };
  const picked = await vscode.window.showQuickPick([go, own, { label: t('Cancel') }], {
    placeHolder: t('Nothing was changed yet'),
    ignoreFocusOut: true,
  });
  const message = picked === own ? await ownMessage(plan) : plan.message;
  if ((picked !== go && picked !== own) || message === undefined) return;
  await makeGoalBranch(repository, plan, { message });
  void vscode.window.showInformationMessage(t('The branch is made. The document says how to push it.'));
}

/** Asks for the first line of the message; the list of goals stays below it. */
async function ownMessage({ message }: GoalBranchPlan): Promise<string | undefined> {
  const [subject = '', ...rest] = message.split('\n');
  const typed = await vscode.window.showInputBox({
    title: t('Message of the commit'),
    value: subject,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('The message is empty.') : undefined),
  });
  return typed === undefined ? undefined : [typed.trim(), ...rest].join('\n');
}

async function planOf({ service }: CommandDeps, repository: Repository): Promise<GoalBranchPlan | undefined> {
  const { place, snapshot } = service;
  const source = snapshot?.sources.find(({ scope }) => scope === 'team');
  if (!place || source?.reading.state !== 'ok') return undefined;
  return planSharing(place, repository, source.path, source.reading.document);
}

function textOf({ branch, base, file, message, left, push }: GoalBranchPlan): string {
  const rest = left > 0 ? [t('{0} changes stay here: {1} does not have their goals.', left, base.short), ''] : [];
  return [
    t('New branch {0}, cut from {1}. Only {2} changes:', branch, base.short, file),
    '',
    message,
    ...rest,
    t('Your git makes the commit: it signs it if you sign, and runs your hooks in a work tree of its own.'),
    t('Neither your files nor the index are touched, and nothing is pushed. To push it:'),
    '',
    `    ${push}`,
  ].join('\n');
}

function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
