import type { WaitingKind } from '../../core/team/waiting';
import { WAITING_TEXTS } from '../../core/team/waitingTexts';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import { declaredWord } from '../texts/declaredWord';

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
  const actions: Record<WaitingKind, Omit<WaitingAction, 'word'>> = {
    accept: { icon: 'person-add', command: COMMANDS.acceptGoal, of: 'goal' },
    sign: { icon: 'pencil', command: COMMANDS.signPact, of: 'goal' },
    signAgain: { icon: 'pencil', command: COMMANDS.signPact, of: 'goal' },
    declined: { icon: 'circle-slash', command: COMMANDS.amendPact, of: 'goal' },
    resource: { icon: 'package', command: COMMANDS.grantResource, of: 'record' },
    align: { icon: 'type-hierarchy', command: COMMANDS.acceptRelation, of: 'record' },
    feedback: { icon: 'comment-unresolved', command: COMMANDS.answerFeedback, of: 'record' },
    'check-in': { icon: 'comment', command: COMMANDS.checkIn, of: 'goal' },
    blocker: { icon: 'stop-circle', command: COMMANDS.clearBlocker, of: 'record' },
    advise: { icon: 'mortar-board', command: COMMANDS.giveAdvice, of: 'goal' },
    review: { icon: 'history', command: COMMANDS.addReview, of: 'goal' },
  };
  return { ...actions[what], word: declaredWord(WAITING_TEXTS[what]) };
}
