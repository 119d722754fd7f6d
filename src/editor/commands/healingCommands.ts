import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Json } from '../../core/document/json';
import { settle } from '../../core/rules/disagreements';
import { escapeIcons, oneLine } from '../../core/text/safeText';
import type { AttributedDisagreement } from '../../git/attributedDisagreements';
import { attributedDisagreements } from '../../git/attributedDisagreements';
import type { ClaimAuthor } from '../../git/claimAuthors';
import { lastGoodCommit, nameInTree } from '../../git/healing';
import { PlainError } from '../commandBoundary';
import { COMMANDS } from '../contributions';
import type { HealedFile } from '../healing';
import { copiesOf, examine, heal, healedFile, joinConflictCopy } from '../healing';
import { plain } from '../words';
import type { CommandDeps } from './deps';

const { t } = vscode.l10n;

/** Heals the shared file by one click, then shows what two people changed at the same time. */
export function registerHealingCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.resolve, async () => {
    const file = vscode.workspace.isTrusted ? healedFile(deps.service.place) : undefined;
    if (!file) throw new PlainError(t('Merging needs a git repository in a trusted folder.'));
    const isHealed = await resolveFile(deps, file);
    const joined = await joinCopies(file);
    await deps.service.refresh();
    const shown = await settleDisagreements(deps, file);
    // Last, because its answer may never come.
    if (isHealed) await offerStaging(file);
    if (!isHealed && joined === 0 && !shown) throw new PlainError(t('There is nothing to resolve.'));
  });
}

/** @returns whether there was something to heal. */
async function resolveFile(deps: CommandDeps, file: HealedFile): Promise<boolean> {
  const examination = await examine(file);
  const { plan } = examination;
  if (plan.state === 'healthy') return false;
  if (plan.state === 'stuck') {
    await showLastGood(deps, file);
    throw new PlainError(t('A side of the merge cannot be read. The file was left as it is.'));
  }
  if (plan.state === 'heal') {
    if (!plan.safe && !(await mayJoin())) return true;
    if (!(await heal(file, examination))) {
      throw new PlainError(t('A file changed in the meantime. Nothing was done; please try again.'));
    }
  }
  return true;
}

async function mayJoin(): Promise<boolean> {
  const join = { label: `$(git-merge) ${t('Join them')}`, description: t('both sides, and what was changed since') };
  const placeHolder = t('The shared file was changed since the merge began');
  return (await vscode.window.showQuickPick([join, { label: t('Cancel') }], { placeHolder })) === join;
}

/** Staging says "resolved", and only the person may say that. */
async function offerStaging({ repository, path: file }: HealedFile): Promise<void> {
  const name = nameInTree(repository, file);
  if ((await repository.git('ls-files', '-u', '--', name)) === '') return;
  const stage = t('Stage');
  const text = t('The shared goals file holds what both sides did. Stage it when you are content.');
  if ((await vscode.window.showInformationMessage(text, stage)) === stage) await repository.git('add', '--', name);
}

async function showLastGood({ texts }: CommandDeps, { repository, path: file }: HealedFile): Promise<void> {
  const commit = await lastGoodCommit(repository, file);
  if (commit === undefined) return;
  const text = await repository.git('show', `${commit}:${nameInTree(repository, file)}`);
  await texts.show(t('Last version that can be read ({0})', commit.slice(0, 8)), text, 'json');
}

async function joinCopies(file: HealedFile): Promise<number> {
  let joined = 0;
  for (const copy of await copiesOf(file)) {
    const join = { label: `$(git-merge) ${t('Join it and remove the copy')}`, description: plain(path.basename(copy)) };
    const placeHolder = t('A sync program made a copy of the shared file');
    if ((await vscode.window.showQuickPick([join, { label: t('Leave it') }], { placeHolder })) !== join) continue;
    if (!(await joinConflictCopy(file, copy)))
      throw new PlainError(t('The copy cannot be read. It was left as it is.'));
    await rm(copy);
    joined += 1;
  }
  return joined;
}

/** One disagreement after the other until none is left or the person has enough. @returns whether there was one. */
async function settleDisagreements({ service }: CommandDeps, file: HealedFile): Promise<boolean> {
  for (let count = 0; ; count += 1) {
    const reading = await file.read();
    if (reading.state !== 'ok') return count > 0;
    const [first, ...more] = await attributedDisagreements(file.repository, file.path, reading.document);
    if (!first) return count > 0;
    const choice = await askChoice(first, more.length);
    if (!choice) return true;
    await service.apply([{ path: file.path, changes: [settle(first, choice)] }]);
  }
}

async function askChoice(found: AttributedDisagreement, more: number): Promise<'stands' | 'lost' | undefined> {
  const { path: register, title, stands, lost, standsBy, lostBy } = found;
  const isDeletion = register === 'deleted';
  const rows = [
    {
      label: isDeletion ? t('Leave it deleted') : t('Keep {0}', valueText(stands.value)),
      description: authorText(standsBy),
      choice: 'stands' as const,
    },
    {
      label: isDeletion ? t('Restore it') : t('Take {0}', valueText(lost.value)),
      description: authorText(lostBy),
      choice: 'lost' as const,
    },
  ];
  const placeHolder = isDeletion
    ? t('{0}: deleted while somebody edited it ({1} more)', plain(title), more)
    : t('{0}: both changed "{1}" ({2} more)', plain(title), plain(register), more);
  return (await vscode.window.showQuickPick(rows, { placeHolder }))?.choice;
}

function valueText(value: Json | undefined): string {
  if (value === undefined) return t('nothing');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return escapeIcons(plain(oneLine(text, 80)));
}

function authorText(author: ClaimAuthor | undefined): string {
  return author ? plain(author.name) : t('not committed yet');
}
