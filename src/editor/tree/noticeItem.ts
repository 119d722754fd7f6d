import * as vscode from 'vscode';
import type { FileNotice } from '../../core/snapshot/fileNotice';
import { visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { rowItem } from './rowItem';

const { t } = vscode.l10n;

export function noticeKey({ code, file, path }: FileNotice): string {
  return `:${code} ${file} ${path}`;
}

/** Returns the row of what a person should know of a file of the team; a click does what settles it. */
export function noticeItem(notice: FileNotice, key: string): vscode.TreeItem {
  const { label, description, tooltip } = noticeWords(notice);
  const item = rowItem(label, key, vscode.TreeItemCollapsibleState.None);
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  item.contextValue = `;notice;${notice.code};`;
  item.accessibilityInformation = { label: `${label}, ${description}` };
  const command = commandOf(notice);
  if (command) item.command = { title: label, ...command };
  return item;
}

interface NoticeWords {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
}

function noticeWords({ code, path, name, count }: FileNotice): NoticeWords {
  const shown = visible(name);
  switch (code) {
    case 'ignored-file':
      return {
        label: t('git ignores the shared goals'),
        description: shown,
        tooltip: t(
          'Nobody else gets a file that git ignores. Take that rule out, or add an exception: {0}',
          '!.microgoals/',
        ),
      };
    case 'conflict-copy':
      return {
        label: t('A conflict copy of the shared goals'),
        description: shown,
        tooltip: t('A sync program made a copy of the shared file. A click asks whether to join and remove it.'),
      };
    case 'left-aside':
      return {
        label: t('A removed worktree had set changes aside'),
        description: count > 0 ? t('{0}: changes of {1}', shown, count) : t('{0}: goals that this branch lacks', shown),
        tooltip: count > 0 ? t('A click writes them into the shared file of this worktree.') : visible(path),
      };
    case 'sparse-file':
      return {
        label: t('A sparse checkout leaves the shared goals out'),
        description: 'git sparse-checkout add .microgoals',
        tooltip: t(
          'Goals are read from the index of git, and changes are not committed until the folder is checked out.',
        ),
      };
  }
}

function commandOf({ code, path }: FileNotice): Omit<vscode.Command, 'title'> | undefined {
  switch (code) {
    case 'ignored-file':
      return { command: 'vscode.open', arguments: [vscode.Uri.file(path)] };
    case 'conflict-copy':
      return { command: COMMANDS.resolve };
    case 'left-aside':
      return { command: COMMANDS.takeLeftAside };
    case 'sparse-file':
      return undefined;
  }
}
