import * as vscode from 'vscode';
import type { OpenDisagreement } from '../../core/snapshot/disagreements';
import { isDeletion } from '../../core/snapshot/disagreements';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { visible } from '../../core/text/safeText';
import type { DisagreementAuthors } from '../../git/people/attributedDisagreements';
import { authorWord } from '../texts/disagreementWords';
import { claimWords } from './disagreementItem';

const { t } = vscode.l10n;

/** Returns both values and who wrote them. People's texts go only through `appendText`, so that none is Markdown. */
export function disagreementTooltip(
  found: OpenDisagreement,
  snapshot: Snapshot,
  { standsBy, lostBy }: DisagreementAuthors,
): vscode.MarkdownString {
  const [stands, lost] = claimWords(found, snapshot);
  const lines = isDeletion(found)
    ? [t('Deleted by {0}', authorWord(standsBy)), t('Edited by {0}', authorWord(lostBy))]
    : [
        t('Both changed "{0}".', visible(found.path)),
        t('In the file: {0} ({1})', stands, authorWord(standsBy)),
        t('Not in the file: {0} ({1})', lost, authorWord(lostBy)),
      ];
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(visible(found.title)).appendMarkdown('**\n\n');
  for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
  return tooltip;
}
