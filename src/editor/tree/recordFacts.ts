import * as vscode from 'vscode';
import { blockerKind } from '../../core/model/blocker';
import { feedbackKind } from '../../core/model/feedback';
import { mayAnswerAlignment } from '../../core/okr/mayAnswerAlignment';
import { isOf } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import { personWord } from '../texts/words';
import { blockerFacts } from './blockerFacts';
import { feedbackFacts } from './feedbackFacts';
import { signatureFacts } from './signatureFacts';

const { t } = vscode.l10n;
const LONGEST = 100;

/** What a row says behind the line of its record, beside who and when. */
export function recordFacts(node: RecordNode, snapshot: Snapshot): string[] {
  if (isOf(node, feedbackKind)) return feedbackFacts(node, snapshot);
  if (node.kind === blockerKind) return blockerFacts(node, snapshot);
  switch (node.kind.name) {
    case 'kudos':
      return kudosFacts(node, snapshot);
    case 'alignment':
      return [`→ ${oneLine(snapshot.goals.get(String(node.values['to']))?.goal.title ?? '', LONGEST)}`];
    case 'signature':
      return signatureFacts(node, snapshot);
    case 'resource':
      return [declaredWord(String(node.values['state']))];
    default:
      return [];
  }
}

/** What menus ask: whether it still waits for an answer that this person may give. */
export function answerContext({ kind, values }: RecordNode, snapshot: Snapshot): string[] {
  switch (kind.name) {
    case 'alignment':
      return values['state'] === 'asked' && mayAnswerAlignment(values['to'], snapshot) ? ['asked'] : [];
    case 'resource':
      return values['state'] === 'requested' ? ['requested'] : [];
    case 'milestone':
      return values['reached'] === undefined ? ['ahead'] : [];
    default:
      return [];
  }
}

function kudosFacts({ values }: RecordNode, { people }: Snapshot): string[] {
  const { to, grants } = values;
  const names = Object.keys(typeof to === 'object' && to !== null ? to : {}).map((id) => personWord(id, people));
  const whom = t('to {0}', names.length === 0 ? t('everybody') : names.join(', '));
  return grants === true ? [whom, t('grants the reward')] : [whom];
}
