import * as vscode from 'vscode';
import type { FileNotice, NoticeWords } from '../../core/snapshot/fileNotice';
import { visible } from '../../core/text/safeText';

const { t } = vscode.l10n;

/** Returns the words of a row for what a person should know of a file of the team. */
export function noticeWords({ code, path, name, count }: FileNotice): NoticeWords {
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
