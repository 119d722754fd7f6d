import * as vscode from 'vscode';
import type { BranchGoal } from '../../core/snapshot/goalsOnBranches';
import { aheadText } from '../../core/reports/factText';
import { oneLine, visible } from '../../core/text/safeText';
import { kindWord, statusWord } from '../texts/words';
import { rowItem } from './rowItem';

const { t } = vscode.l10n;
const LONGEST = 2000;
const WORDS = { say: t, clean: visible };

/** Returns the row of a goal that only other branches have; ticking it writes it here. */
export function branchGoalItem(found: BranchGoal, key: string): vscode.TreeItem {
  const { goal } = found;
  const item = rowItem(visible(goal.title), key, vscode.TreeItemCollapsibleState.None);
  const isDone = goal.status === 'done';
  const description = [branchText(found), ...(goal.status === 'open' ? [] : [statusWord(goal.status)])].join(' · ');
  item.description = description;
  item.iconPath = new vscode.ThemeIcon('git-branch');
  item.contextValue = ';branchGoal;';
  item.accessibilityInformation = { label: `${visible(goal.title)}, ${description}` };
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(oneLine(goal.title, LONGEST)).appendMarkdown('**\n\n');
  const about = [
    kindWord(goal.kind),
    statusWord(goal.status),
    ...found.branches.map((place) => aheadText(place, WORDS)),
  ].join(' · ');
  tooltip.appendText(about).appendMarkdown('\n\n');
  tooltip.appendText(
    t('This goal is not on the branch that is checked out. Ticking it or "Carry Over" writes it here.'),
  );
  item.tooltip = tooltip;
  item.checkboxState = {
    state: isDone ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: isDone ? t('Reopen') : t('Done'),
    accessibilityInformation: { label: visible(goal.title), role: 'checkbox' },
  };
  return item;
}

/** Returns the branch with the latest version of a goal, who wrote that, and the number of other branches. */
export function branchText({ branches }: BranchGoal): string {
  const [first, ...more] = branches;
  if (!first) return '';
  const others = more.length > 0 ? ` ${t('and {0} more', more.length)}` : '';
  return `${aheadText(first, WORDS)}${others}`;
}
