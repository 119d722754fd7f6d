import { deletion, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Offer of help by somebody who is not a party to the goal. */
export const supportKind = defineKind({
  letter: 'o',
  name: 'support',
  label: 'Support',
  plural: 'Support',
  help: 'How somebody will help with a goal.',
  icon: 'thumbsup',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    note: text({ label: 'Note', help: 'I will help by …', required: true }),
    deleted: deletion(),
  },
  line: ({ note }) => note ?? '',
});
