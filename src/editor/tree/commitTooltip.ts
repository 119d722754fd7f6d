import * as vscode from 'vscode';
import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine, visible } from '../../core/text/safeText';
import { momentWord } from '../texts/words';

const { t } = vscode.l10n;

/** Returns what the row of a commit has no room for. People's texts go only through `appendText`, so that none is Markdown. */
export function commitTooltip(commit: LinkedCommit, goal: string, { takenBack }: Snapshot): vscode.MarkdownString {
  const { author, coAuthors = [], date, state, ref } = commit;
  const link = commit.goals.find(({ id }) => id === goal);
  const where = state === 'merged' ? [t('merged')] : ref === null ? [] : [visible(ref)];
  const lines = [
    [[author, ...coAuthors].map(({ name }) => visible(name)).join(', '), momentWord(date)].join(' · '),
    [commit.commit.slice(0, 8), ...where].join(' · '),
    ...(link?.closes ? [t('Completes the goal')] : []),
    ...(takenBack.has(commit.commit) ? [t('Taken back by a revert')] : []),
    ...(link?.records ? [t('Linked by a record, not by its message')] : []),
  ];
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(oneLine(commit.subject, 1000)).appendMarkdown('**\n\n');
  for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
  return tooltip;
}
