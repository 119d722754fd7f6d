import * as vscode from 'vscode';
import { kindOfGoal } from '../../core/model/kinds';
import { openBlockers } from '../../core/followUp/blockers';
import { FACTS_OF, factTexts } from '../../core/reports/goalFacts';
import { isClosed } from '../../core/snapshot/goalStanding';
import { helpersOf } from '../../core/together/helpers';
import { isMentoredBy } from '../../core/growth/isMentoredBy';
import { recordsBelow } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { verificationOf } from '../../core/goals/verification';
import { visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { factWords, momentWord } from '../texts/words';
import { branchGoalItem } from './branchGoalItem';
import { disagreementItem } from './disagreementItem';
import type { GroupName, TreeElement } from './element';
import { agreementContext } from './agreementContext';
import { kindItem, recordItem } from './recordItem';
import { noticeItem, noticeKey } from './noticeItem';
import { rowItem } from './rowItem';

const { t } = vscode.l10n;

/** Returns the item that draws a row. Tooltips are left to `goalTooltip`, which is loaded with the first row under the mouse. */
export function treeItem(element: TreeElement, snapshot: Snapshot): vscode.TreeItem {
  switch (element.type) {
    case 'group':
      return groupItem(element.group, element.key);
    case 'goal': {
      const node = snapshot.goals.get(element.id);
      return node ? goalItem(node, element.key, snapshot) : goneItem(element.key);
    }
    case 'commit':
      return commitItem(element, snapshot);
    case 'branchGoal': {
      const found = snapshot.branches?.onlyElsewhere.get(element.id);
      return found ? branchGoalItem(found, element.key) : goneItem(element.key);
    }
    case 'gone':
      return goneCompletionItem(element, snapshot);
    case 'disagreement': {
      const found = snapshot.disagreements.find(({ key }) => key === element.id);
      return found ? disagreementItem(found, element.key, snapshot) : goneItem(element.key);
    }
    case 'notice': {
      const found = snapshot.notices.find((notice) => noticeKey(notice) === element.id);
      return found ? noticeItem(found, element.key) : goneItem(element.key);
    }
    case 'record': {
      const node = snapshot.records.get(element.id);
      return node ? recordItem(node, element.key, snapshot) : goneItem(element.key);
    }
    case 'terms':
      return termsItem(element.goal, element.key);
    case 'shallow':
      return shallowItem(element.key);
    case 'kind':
      return kindItem(element.kind, element.key);
    case 'more':
      return moreItem(element);
  }
}

function moreItem(element: TreeElement & { readonly type: 'more' }): vscode.TreeItem {
  const item = rowItem(t('Show {0} more', element.hidden), element.key, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: COMMANDS.showMore, title: t('Show More'), arguments: [element] };
  return item;
}

function termsItem(pact: string, key: string): vscode.TreeItem {
  const item = rowItem(t('Terms'), key, vscode.TreeItemCollapsibleState.None);
  item.iconPath = new vscode.ThemeIcon('book');
  item.command = { command: COMMANDS.showTerms, title: t('Show the Terms'), arguments: [pact] };
  return item;
}

/** Returns a row whose goal went away between two readings. */
function goneItem(key: string): vscode.TreeItem {
  return rowItem(t('gone'), key, vscode.TreeItemCollapsibleState.None);
}

const FOLDED: ReadonlySet<GroupName> = new Set(['stale', 'doneLately', 'elsewhere', 'closed']);

/** Tells whether a group is folded until the person opens it. */
export function isFolded(group: GroupName): boolean {
  return FOLDED.has(group);
}

function groupWord(group: GroupName): string {
  const words: Record<GroupName, string> = {
    active: t('Working on'),
    due: t('Due this week'),
    open: t('Open'),
    stale: t('Still true?'),
    doneLately: t('Done lately'),
    disputed: t('To settle'),
    unaligned: t('Unaligned'),
    elsewhere: t('On other branches'),
    closed: t('Closed earlier'),
  };
  return words[group];
}

function groupItem(group: GroupName, key: string): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = rowItem(groupWord(group), key, isFolded(group) ? Collapsed : Expanded);
  item.contextValue = ';group;';
  return item;
}

function goalItem(node: GoalNode, key: string, snapshot: Snapshot): vscode.TreeItem {
  const { goal } = node;
  const item = rowItem(visible(goal.title), key, collapsibleState(node, snapshot));
  const isDone = goal.status === 'done';
  const description = goalTexts(node, snapshot).join(' · ');
  item.description = description;
  item.contextValue = contextValue(node, snapshot) + groupContext(key);
  const icon = iconOf(node, snapshot);
  if (icon) item.iconPath = icon;
  const label = [goal.title, isDone ? t('done') : t('not done'), description].filter((part) => part !== '').join(', ');
  item.accessibilityInformation = { label: visible(label) };
  item.checkboxState = {
    state: isDone ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: isDone ? t('Reopen') : t('Done'),
    accessibilityInformation: { label: visible(goal.title), role: 'checkbox' },
  };
  return item;
}

/** Returns the facts that menus ask for about goals of a group. */
function groupContext(key: string): string {
  if (key.startsWith(':stale/')) return 'stale;';
  return /^:unaligned\/[^/]+$/.test(key) ? 'unaligned;' : '';
}

function collapsibleState({ goal, children, commits }: GoalNode, snapshot: Snapshot): vscode.TreeItemCollapsibleState {
  if (snapshot.gone.has(goal.id)) return vscode.TreeItemCollapsibleState.Expanded;
  const isEmpty = children.length === 0 && commits.length === 0 && goal.kind !== 'pact';
  if (isEmpty && recordsBelow(goal.id, 'tree', snapshot).length === 0) return vscode.TreeItemCollapsibleState.None;
  const isOpen = children.length > 0 && (goal.status === 'open' || goal.status === 'proposed');
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** Returns the facts after the title. */
export function goalTexts(node: GoalNode, snapshot: Snapshot): string[] {
  return factTexts(FACTS_OF.tree, node, snapshot, factWords(snapshot)).map(({ text }) => text);
}

/** Returns `;fact;fact;`, which the menus in package.json match including the delimiters. */
function contextValue(node: GoalNode, snapshot: Snapshot): string {
  const { goal, scope } = node;
  const facts = ['goal', goal.kind, goal.status, scope];
  if (goal.id === snapshot.active) facts.push('active');
  if (goal.pinned) facts.push('pinned');
  if (goal.owner !== undefined && goal.owner === snapshot.me) facts.push('mine');
  else if (helpersOf(goal).some((person) => person === snapshot.me)) facts.push('helping');
  if (node.measure && !isClosed(node)) facts.push('measured');
  if (verificationOf(node, snapshot)?.state === 'claimed') facts.push('claimed');
  if (isBlocked(node, snapshot)) facts.push('blocked');
  if (isMentoredBy(node, snapshot.me)) facts.push('mentored');
  facts.push(...agreementContext(node, snapshot));
  return `;${facts.map((fact) => `${fact};`).join('')}`;
}

function isBlocked(node: GoalNode, snapshot: Snapshot): boolean {
  return !isClosed(node) && openBlockers(node.goal.id, snapshot).length > 0;
}

function iconOf(node: GoalNode, snapshot: Snapshot): vscode.ThemeIcon | undefined {
  const { goal } = node;
  if (isBlocked(node, snapshot)) {
    return new vscode.ThemeIcon('stop-circle', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  }
  if (goal.id === snapshot.active) return new vscode.ThemeIcon('play-circle', new vscode.ThemeColor('charts.green'));
  return goal.kind === 'micro' ? undefined : new vscode.ThemeIcon(kindOfGoal(goal.kind).icon);
}

function commitItem(element: TreeElement & { readonly type: 'commit' }, snapshot: Snapshot): vscode.TreeItem {
  const commit = snapshot.goals.get(element.goal)?.commits.find((each) => each.commit === element.commit);
  if (!commit) return goneItem(element.key);
  const item = rowItem(visible(commit.subject), element.key, vscode.TreeItemCollapsibleState.None);
  const where = commit.state === 'branch' && commit.ref !== null ? [visible(commit.ref)] : [];
  item.description = [visible(commit.author.name), momentWord(commit.date), ...where].join(' · ');
  const isRecorded = commit.goals.some(({ id, records }) => id === element.goal && records !== undefined);
  item.iconPath = new vscode.ThemeIcon(isRecorded ? 'link' : 'git-commit');
  item.contextValue = isRecorded ? ';commit;recorded;' : ';commit;';
  item.command = { command: COMMANDS.openCommit, title: t('Open Commit'), arguments: [element.commit] };
  return item;
}

function goneCompletionItem(
  { key, goal }: TreeElement & { readonly type: 'gone' },
  snapshot: Snapshot,
): vscode.TreeItem {
  const commit = snapshot.gone.get(goal);
  if (!commit) return goneItem(key);
  const item = rowItem(t('Was completed by a commit that is gone'), key, vscode.TreeItemCollapsibleState.None);
  item.description = [commit.commit.slice(0, 8), visible(commit.subject)].join(' · ');
  item.iconPath = new vscode.ThemeIcon('question');
  item.tooltip = t('Keep it done, reopen it, or link the commit it went into');
  item.contextValue = ';gone;';
  item.command = { command: COMMANDS.settleGone, title: t('Keep done or reopen'), arguments: [goal] };
  return item;
}

function shallowItem(key: string): vscode.TreeItem {
  const item = rowItem(t('Older commits are missing'), key, vscode.TreeItemCollapsibleState.None);
  item.description = 'git fetch --unshallow';
  item.iconPath = new vscode.ThemeIcon('info');
  item.tooltip = t('This clone is shallow: older commits are not known here.');
  return item;
}
