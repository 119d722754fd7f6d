import * as vscode from 'vscode';
import { blockerKind } from '../../core/model/blocker';
import { isFeedback } from '../../core/rules/feedbackThreads';
import type { RecordNode, Snapshot } from '../../core/rules/snapshot';
import { personWord } from '../words';
import { blockerFacts } from './blockerFacts';
import { feedbackFacts } from './feedbackFacts';

const { t } = vscode.l10n;

/** What a row says behind the line of its record, beside who and when. */
export function recordFacts(node: RecordNode, snapshot: Snapshot): string[] {
  if (isFeedback(node)) return feedbackFacts(node, snapshot);
  if (node.kind === blockerKind) return blockerFacts(node, snapshot);
  return node.kind.name === 'kudos' ? kudosFacts(node, snapshot) : [];
}

function kudosFacts({ values }: RecordNode, { people }: Snapshot): string[] {
  const { to, grants } = values;
  const names = Object.keys(typeof to === 'object' && to !== null ? to : {}).map((id) => personWord(id, people));
  const whom = t('to {0}', names.length === 0 ? t('everybody') : names.join(', '));
  return grants === true ? [whom, t('grants the reward')] : [whom];
}
