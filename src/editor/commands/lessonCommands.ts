import * as vscode from 'vscode';
import { lessonsOf } from '../../core/followUp/lessons';
import { escapeIcons, visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { statusWord } from '../texts/words';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';

const { t } = vscode.l10n;

/** Registers the command that searches the lessons learned. */
export function registerLessonCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.searchLessons, () => searchLessons(deps));
}

async function searchLessons(deps: CommandDeps): Promise<void> {
  const rows = lessonsOf(await currentSnapshot(deps)).map(({ id, node, learned }) => ({
    label: `$(lightbulb) ${escapeIcons(visible(learned))}`,
    description: node ? statusWord(node.goal.status) : t('Review'),
    detail: escapeIcons(
      visible(node ? [node.goal.title, ...node.goal.tags.map((tag) => `#${tag}`)].join(' ') : t('the whole')),
    ),
    id: node?.goal.id ?? id,
    command: node ? COMMANDS.openGoal : COMMANDS.editRecord,
  }));
  const placeHolder = rows.length === 0 ? t('Nothing has been learned here yet.') : t('Search what was learned');
  const picked = await vscode.window.showQuickPick(rows, { placeHolder, matchOnDetail: true });
  if (picked) await vscode.commands.executeCommand(picked.command, picked.id);
}
