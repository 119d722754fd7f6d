import * as vscode from 'vscode';
import type { TouchingGoal } from '../../core/commits/goalsOfCommits';
import { goalsOfCommits } from '../../core/commits/goalsOfCommits';
import { helpersOf } from '../../core/together/helpers';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { commitsOfFile } from '../../git/log/commitsOfFile';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import type { GoalPick } from './goalPicks';
import { goalPick } from './goalPicks';
import { momentWord, personWord, statusWord } from '../texts/words';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the command that shows whose goals touch the open file; nothing is looked up unasked. */
export function registerGoalsOfFileCommand(deps: CommandDeps): void {
  deps.register(COMMANDS.goalsOfFile, ({ given: [target] }) => showGoals(deps, target));
}

/** Shows the goals whose commits changed a file. @param target file of the editor tab; from the palette, the active editor's */
async function showGoals(deps: CommandDeps, target: unknown): Promise<void> {
  const repository = vscode.workspace.isTrusted ? deps.service.place?.repository : undefined;
  if (!repository) throw new PlainError(t('This needs a git repository in a trusted folder.'));
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== 'file') throw new PlainError(t('Open a file of the repository first.'));
  const commits = await commitsOfFile(repository, uri.fsPath);
  if (!commits) throw new PlainError(t('Open a file of that repository first: the goals shown are of another.'));
  const snapshot = await currentSnapshot(deps);
  const found = goalsOfCommits(snapshot, commits);
  if (found.length === 0) throw new PlainError(t('No commit of a goal has changed this file.'));
  const picked = await vscode.window.showQuickPick(
    found.map((each) => touchingPick(each, snapshot)),
    { placeHolder: t('Goals whose commits changed this file'), matchOnDescription: true, matchOnDetail: true },
  );
  if (picked) await vscode.commands.executeCommand(COMMANDS.openGoal, picked.id);
}

function touchingPick({ node, last }: TouchingGoal, snapshot: Snapshot): GoalPick {
  const { owner, status } = node.goal;
  const people = [...(owner === undefined ? [] : [owner]), ...helpersOf(node.goal)];
  const names = people.map((person) => personWord(person, snapshot.people)).join(', ');
  const facts = [statusWord(status), names === '' ? t('nobody yet') : names];
  const commit = [last.commit.slice(0, 8), visible(last.author.name), momentWord(last.date), visible(last.subject)];
  return {
    ...goalPick(node, snapshot),
    description: escapeIcons(facts.join(' · ')),
    detail: `$(git-commit) ${escapeIcons(commit.join(' · '))}`,
  };
}
