import path from 'node:path';
import * as vscode from 'vscode';
import { conflictCopies, examine, heal, joinConflictCopy } from '../../app/healing';
import type { HealedFile } from '../../app/mergedFiles';
import { healedFiles } from '../../app/mergedFiles';
import type { OpenDisagreement } from '../../core/snapshot/disagreements';
import { isDeletion, settle } from '../../core/snapshot/disagreements';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons } from '../../core/text/safeText';
import type { DisagreementAuthors } from '../../git/people/attributedDisagreements';
import { lastGoodCommit } from '../../git/merge/healing';
import { isUnmerged } from '../../git/files/indexStages';
import { nameInTree } from '../../git/files/pathInTree';
import type { Repository } from '../../git/run/repository';
import { PlainError } from '../service/commandBoundary';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import { authorWord, claimWord } from '../texts/disagreementWords';
import { refuseDirty } from '../service/refuseDirty';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the command that heals the team's files with one click and then shows what two people changed at once. */
export function registerHealingCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.resolve, async () => {
    const repository = vscode.workspace.isTrusted ? deps.service.place?.repository : undefined;
    if (!repository) throw new PlainError(t('Merging needs a git repository in a trusted folder.'));
    const files = healedFiles(deps.service.place);
    const outcomes: Outcome[] = [];
    let joined = 0;
    for (const file of files) {
      outcomes.push(await resolveFile(deps, file));
      joined += await joinCopies(file);
    }
    await deps.service.refresh();
    const shown = await settleDisagreements(deps, repository);
    if (outcomes.includes('stuck'))
      throw new PlainError(t('A side of the merge cannot be read. The file was left as it is.'));
    // This comes last because the person may never answer.
    const merged = files.filter((_, index) => outcomes[index] === 'merged');
    if (merged.length > 0) await offerStaging(repository, merged);
    if (joined === 0 && !shown && outcomes.every((outcome) => outcome === 'healthy'))
      throw new PlainError(t('There is nothing to resolve.'));
  });
  for (const [command, choice] of CHOICES) deps.register(command, (call) => settleRow(deps, call, choice));
}

type Choice = Parameters<typeof settle>[1];

/** Commands that settle a disagreement with one click on its row, each with its choice. */
const CHOICES: readonly (readonly [CommandId, Choice])[] = [
  [COMMANDS.keepValue, 'stands'],
  [COMMANDS.takeValue, 'lost'],
  [COMMANDS.leaveDeleted, 'stands'],
  [COMMANDS.restoreDeleted, 'lost'],
];

async function settleRow(deps: CommandDeps, { row }: Call, choice: Choice): Promise<void> {
  const { disagreements } = await currentSnapshot(deps);
  const found = disagreements.find(({ key }) => row?.type === 'disagreement' && row.id === key);
  if (!found) throw new PlainError(t('This is settled already.'));
  await deps.service.apply([{ path: found.file, changes: [settle(found, choice)] }]);
}

/** Result of healing: `merged`: has both sides; `left`: the person keeps the file as it is; `stuck`: a side is unreadable. */
type Outcome = 'healthy' | 'merged' | 'left' | 'stuck';

async function resolveFile(deps: CommandDeps, file: HealedFile): Promise<Outcome> {
  const examination = await examine(file);
  const { plan } = examination;
  if (plan.state === 'healthy') return 'healthy';
  if (plan.state === 'stuck') {
    await showLastGood(deps, file);
    return 'stuck';
  }
  if (plan.state === 'heal') {
    if (!plan.safe && !(await mayJoin())) return 'left';
    refuseDirty(file.path);
    if (!(await heal(file, examination))) {
      throw new PlainError(changedText());
    }
  }
  return 'merged';
}

function changedText(): string {
  return t('A file changed in the meantime. Nothing was done; please try again.');
}

async function mayJoin(): Promise<boolean> {
  const join = { label: `$(git-merge) ${t('Join them')}`, description: t('both sides, and what was changed since') };
  const placeHolder = t('The shared file was changed since the merge began');
  return (await vscode.window.showQuickPick([join, { label: t('Cancel') }], { placeHolder })) === join;
}

/** Offers to stage the files. Staging says "resolved", and only the person may say that. */
async function offerStaging(repository: Repository, files: readonly HealedFile[]): Promise<void> {
  const names = files.map((file) => nameInTree(repository, file.path));
  if (!(await isUnmerged(repository, names))) return;
  const stage = t('Stage');
  const text = t('The shared goals file holds what both sides did. Stage it when you are content.');
  if ((await vscode.window.showInformationMessage(text, stage)) === stage) await repository.git('add', '--', ...names);
}

async function showLastGood({ texts }: CommandDeps, { repository, path: file }: HealedFile): Promise<void> {
  const commit = await lastGoodCommit(repository, file);
  if (commit === undefined) return;
  const text = await repository.git('show', `${commit}:${nameInTree(repository, file)}`);
  await texts.show(t('Last version that can be read ({0})', commit.slice(0, 8)), text, 'json');
}

async function joinCopies(file: HealedFile): Promise<number> {
  let joined = 0;
  for (const copy of await conflictCopies(file)) {
    const join = { label: `$(git-merge) ${t('Join it and remove the copy')}`, description: plain(path.basename(copy)) };
    const placeHolder = t('A sync program made a copy of the shared file');
    if ((await vscode.window.showQuickPick([join, { label: t('Leave it') }], { placeHolder })) !== join) continue;
    refuseDirty(file.path);
    const outcome = await joinConflictCopy(file, copy);
    if (outcome === 'no-file')
      throw new PlainError(t('The goals file itself cannot be read. The copy was left as it is.'));
    if (outcome === 'unreadable') throw new PlainError(t('The copy cannot be read. It was left as it is.'));
    if (outcome === 'changed') throw new PlainError(changedText());
    joined += 1;
  }
  return joined;
}

/** Shows one disagreement after the other until none is left or the person stops. @returns whether there was one */
async function settleDisagreements(deps: CommandDeps, repository: Repository): Promise<boolean> {
  for (let count = 0; ; count += 1) {
    const snapshot = await currentSnapshot(deps);
    const [first, ...more] = snapshot.disagreements;
    if (!first) return count > 0;
    const { disagreementAuthors } = await import('../../git/people/attributedDisagreements');
    const authors = await disagreementAuthors(repository, first.file, first);
    const choice = await askChoice(first, { snapshot, authors, more: more.length });
    if (!choice) return true;
    await deps.service.apply([{ path: first.file, changes: [settle(first, choice)] }]);
  }
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly authors: DisagreementAuthors;
  /** Number of disagreements that follow this one. */
  readonly more: number;
}

async function askChoice(found: OpenDisagreement, { snapshot, authors, more }: Asked): Promise<Choice | undefined> {
  const [stands, lost] = [found.stands, found.lost].map(({ value }) =>
    escapeIcons(plain(claimWord(found.path, value, snapshot))),
  );
  const rows = [
    {
      label: isDeletion(found) ? t('Leave it deleted') : t('Keep {0}', stands ?? ''),
      description: plain(authorWord(authors.standsBy)),
      choice: 'stands' as const,
    },
    {
      label: isDeletion(found) ? t('Restore it') : t('Take {0}', lost ?? ''),
      description: plain(authorWord(authors.lostBy)),
      choice: 'lost' as const,
    },
  ];
  const question = isDeletion(found)
    ? t('{0}: deleted while somebody edited it', plain(found.title))
    : t('{0}: both changed "{1}"', plain(found.title), plain(found.path));
  const placeHolder = more === 0 ? question : t('{0} ({1} more)', question, more);
  return (await vscode.window.showQuickPick(rows, { placeHolder }))?.choice;
}
