import * as vscode from 'vscode';
import type { WaitingKind } from '../../core/team/waiting';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';

const { t } = vscode.l10n;

/** Words of a row of *Waiting on me*, and the command that one click on it runs. */
export interface WaitingAction {
  /** Beginning of the row, e.g. "Check-in". */
  readonly word: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly command: CommandId;
  /** Argument of the command: the id of the goal or of the record. */
  readonly of: 'goal' | 'record';
}

export function waitingAction(what: WaitingKind): WaitingAction {
  const actions: Record<WaitingKind, WaitingAction> = {
    accept: { word: t('Accept'), icon: 'person-add', command: COMMANDS.acceptGoal, of: 'goal' },
    sign: { word: t('Sign'), icon: 'pencil', command: COMMANDS.signPact, of: 'goal' },
    signAgain: { word: t('Sign again'), icon: 'pencil', command: COMMANDS.signPact, of: 'goal' },
    resource: { word: t('Grant'), icon: 'package', command: COMMANDS.grantResource, of: 'record' },
    align: { word: t('Agree to serve'), icon: 'type-hierarchy', command: COMMANDS.acceptAlignment, of: 'record' },
    feedback: { word: t('Answer'), icon: 'comment-unresolved', command: COMMANDS.answerFeedback, of: 'record' },
    'check-in': { word: t('Check in'), icon: 'comment', command: COMMANDS.checkIn, of: 'goal' },
    blocker: { word: t('Unblock'), icon: 'stop-circle', command: COMMANDS.clearBlocker, of: 'record' },
    advise: { word: t('Advise'), icon: 'mortar-board', command: COMMANDS.giveAdvice, of: 'goal' },
    review: { word: t('Review'), icon: 'history', command: COMMANDS.addReview, of: 'goal' },
  };
  return actions[what];
}
