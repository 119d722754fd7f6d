import { deletion, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Somebody who is no party of a goal says how they will help. */
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
