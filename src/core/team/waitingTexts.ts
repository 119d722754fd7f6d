import type { WaitingKind } from './waiting';

/** What waits for a person, as the beginning of a line, in English; keys of the l10n bundle. */
export const WAITING_TEXTS = {
  accept: 'Accept',
  sign: 'Sign',
  signAgain: 'Sign again',
  declined: 'Declined',
  resource: 'Grant',
  align: 'Agree to serve',
  feedback: 'Answer',
  'check-in': 'Check in',
  blocker: 'Unblock',
  advise: 'Advise',
  review: 'Review',
} as const satisfies Record<WaitingKind, string>;
