import * as vscode from 'vscode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { AttributedNews } from '../../git/people/attributedNews';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { newsPick, readNews } from './newsPicks';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the command that shows news; nobody is told of changes unasked. */
export function registerNewsCommand(deps: CommandDeps): void {
  deps.register(COMMANDS.showNews, () => showNews(deps));
}

async function showNews(deps: CommandDeps): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const { place } = deps.service;
  if (!place?.team || !vscode.workspace.isTrusted) throw new PlainError(t('This needs a trusted folder.'));
  const { before, now, news, files } = await readNews(place, snapshot);
  const picks = news.map((each) => newsPick(each, snapshot));
  const picked =
    picks.length === 0
      ? undefined
      : await vscode.window.showQuickPick(picks, {
          placeHolder: t('What changed since you last looked'),
          matchOnDescription: true,
          matchOnDetail: true,
        });
  await place.looked.write(now);
  if (!before) throw new PlainError(t('You had not looked before. What changes from now on is shown the next time.'));
  if (picks.length === 0) throw new PlainError(t('Nothing changed since you last looked.'));
  if (picked) await open(picked.news, snapshot, files);
}

/** Opens the goal or the entry; what no view has any more is shown at its record in the file, even if that is a deletion. */
async function open({ id, goal }: AttributedNews, snapshot: Snapshot, files: readonly string[]): Promise<void> {
  if (goal !== undefined && snapshot.goals.has(goal)) await vscode.commands.executeCommand(COMMANDS.openGoal, goal);
  else if (snapshot.records.has(id)) await vscode.commands.executeCommand(COMMANDS.editRecord, id);
  else if (!(await showRecord(id, files))) throw new PlainError(t('It is in no file any more.'));
}

/** Opens the record in its file. @returns whether one of the files has it */
async function showRecord(id: string, files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    const uri = vscode.Uri.file(file);
    const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
    const at = document?.getText().indexOf(`"${id}": {`) ?? -1;
    if (!document || at < 0) continue;
    const selection = new vscode.Range(document.positionAt(at), document.positionAt(at));
    await vscode.window.showTextDocument(document, { selection, preview: true });
    return true;
  }
  return false;
}
