import * as vscode from 'vscode';
import type { Unshared } from '../../store/overlayGoalFile';

const { t } = vscode.l10n;

/** Beside the title of the team's view: how much is shown that nobody else can see yet; empty where there is none. */
export function unsharedText({ count, parked }: Unshared): string {
  if (count === 0) return '';
  return parked ? t('{0} set aside', count) : t('{0} unshared', count);
}
