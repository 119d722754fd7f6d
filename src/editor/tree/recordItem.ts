import * as vscode from 'vscode';
import { blockerKind } from '../../core/model/blocker';
import { feedbackKind } from '../../core/model/feedback';
import { kindNamed } from '../../core/model/kinds';
import { isOf, recordLine } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import { momentWord, personWord } from '../texts/words';
import { blockerContext } from './blockerFacts';
import { feedbackContext } from './feedbackFacts';
import { answerContext, recordFacts } from './recordFacts';
import { markSignature, verdictWord } from './signatureFacts';
import { replies } from './recordRows';
import { rowItem } from './rowItem';

const LONGEST = 200;

/** What was said of a goal: its line, who said it and when. */
export function recordItem(node: RecordNode, key: string, snapshot: Snapshot): vscode.TreeItem {
  const { kind, author, created, id } = node;
  const { people } = snapshot;
  const verdict = verdictWord(node, snapshot);
  const line = [...(verdict === undefined ? [] : [verdict]), oneLine(recordLine(node), LONGEST)].join(': ');
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = rowItem(line, key, replies(id, snapshot).length > 0 ? Expanded : None);
  const about = [
    ...recordFacts(node, snapshot),
    author === undefined ? undefined : personWord(author, people),
    created === undefined ? undefined : momentWord(created),
  ].filter((part) => part !== undefined);
  item.description = about.join(' · ');
  item.accessibilityInformation = { label: [declaredWord(kind.label), line, ...about].join(', ') };
  item.iconPath = new vscode.ThemeIcon(kind.icon);
  if (kind.name === 'signature') markSignature(item, node, snapshot);
  const context = ['record', kind.name, ...stateOf(node, snapshot)];
  item.contextValue = `;${context.join(';')};`;
  return item;
}

function stateOf(node: RecordNode, snapshot: Snapshot): readonly string[] {
  if (node.kind === blockerKind) return blockerContext(node, snapshot);
  return isOf(node, feedbackKind) ? feedbackContext(node, snapshot) : answerContext(node, snapshot);
}

/** The group of what belongs to the team and to no goal. */
export function kindItem(name: string, key: string): vscode.TreeItem {
  const plural = declaredWord(kindNamed(name)?.plural ?? name);
  const item = rowItem(plural, key, vscode.TreeItemCollapsibleState.Collapsed);
  item.contextValue = ';kind;';
  return item;
}
