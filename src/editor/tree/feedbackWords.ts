import * as vscode from 'vscode';
import type { FeedbackNode } from '../../core/feedback/feedbackThreads';
import { daysSince, threadOf, mayAnswer, mayResolve } from '../../core/feedback/feedbackThreads';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import type { RowWords } from './rowWords';

const { t } = vscode.l10n;

/** Returns the facts of a feedback row and what this person may do: menus ask for `suggestion`, `open`, `answer` and the like. */
export function feedbackWords(node: FeedbackNode, snapshot: Snapshot): RowWords {
  const { type, state, replyTo } = node.values;
  if (replyTo !== undefined) return { context: ['reply'] };
  const may = state === 'open' && mayAnswer(node, snapshot) ? ['answer'] : [];
  const settles = state === 'open' && mayResolve(node, snapshot) ? ['resolve'] : [];
  return { facts: feedbackFacts(node, snapshot), context: [type, state, ...may, ...settles] };
}

/** Returns the kind of feedback, the change that it suggests, and its outcome. */
export function feedbackFacts(node: FeedbackNode, snapshot: Snapshot): string[] {
  const { type, field, value, state, reason, replyTo } = node.values;
  if (replyTo !== undefined) return [];
  const { unanswered } = threadOf(node, snapshot) ?? {};
  const days = unanswered === undefined ? 0 : daysSince(unanswered, snapshot);
  const waits = days === 0 ? [] : [days === 1 ? t('unanswered since yesterday') : t('unanswered {0} days', days)];
  return [
    declaredWord(type),
    ...(field === undefined ? [] : [`${declaredWord(field)} → ${oneLine(value ?? '', 60)}`]),
    ...(state === 'open' ? waits : [declaredWord(state)]),
    ...(reason === undefined ? [] : [oneLine(reason, 60)]),
  ];
}
