import * as vscode from 'vscode';
import type { OpenDisagreement } from '../../core/snapshot/disagreements';
import { isDeletion } from '../../core/snapshot/disagreements';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { visible } from '../../core/text/safeText';
import type { DisagreementAuthors } from '../../git/people/attributedDisagreements';
import { authorWord, claimWord } from '../texts/disagreementWords';
import { rowItem } from './rowItem';

const { t } = vscode.l10n;

/** Returns the row of what both sides of a merge changed; it shows both values, and one click takes either. */
export function disagreementItem(found: OpenDisagreement, key: string, snapshot: Snapshot): vscode.TreeItem {
  const item = rowItem(visible(found.title), key, vscode.TreeItemCollapsibleState.None);
  const description = isDeletion(found)
    ? t('deleted while somebody edited it')
    : t('{0}: {1}, not {2}', visible(found.path), ...claimWords(found, snapshot));
  item.description = description;
  item.accessibilityInformation = { label: `${visible(found.title)}, ${description}` };
  item.iconPath = new vscode.ThemeIcon('git-compare');
  item.contextValue = isDeletion(found) ? ';disagreement;deletion;' : ';disagreement;values;';
  return item;
}

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

function claimWords({ path, stands, lost }: OpenDisagreement, snapshot: Snapshot): [stands: string, lost: string] {
  return [claimWord(path, stands.value, snapshot), claimWord(path, lost.value, snapshot)];
}
