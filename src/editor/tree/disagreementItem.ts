import * as vscode from 'vscode';
import type { OpenDisagreement } from '../../core/snapshot/disagreements';
import { isDeletion } from '../../core/snapshot/disagreements';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { visible } from '../../core/text/safeText';
import { claimWord } from '../texts/disagreementWords';
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

/** Returns the words of both values. */
export function claimWords(
  { path, stands, lost }: OpenDisagreement,
  snapshot: Snapshot,
): [stands: string, lost: string] {
  return [claimWord(path, stands.value, snapshot), claimWord(path, lost.value, snapshot)];
}
