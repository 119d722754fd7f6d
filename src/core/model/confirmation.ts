import { deletion, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Confirmation by somebody else that a goal is done. */
export const confirmationKind = defineKind({
  letter: 'y',
  name: 'confirmation',
  label: 'Confirmation',
  plural: 'Confirmations',
  help: 'Somebody else than the one who said so has seen that a goal is done.',
  icon: 'verified',
  below: 'goal',
  author: 'by',
  shows: ['activity'],
  fields: {
    ...saidOfGoal,
    note: text({ label: 'Note', help: 'How it was seen.' }),
    claimed: text({ label: 'Claimed', help: 'When the goal was said to be done, in ISO form.', writer: 'product' }),
    deleted: deletion(),
  },
  line: ({ note }) => note ?? '',
});
