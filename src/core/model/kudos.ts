import { deletion, flag, reference, set, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Thanks to one or all for something that was done. */
export const kudosKind = defineKind({
  letter: 'k',
  name: 'kudos',
  label: 'Kudos',
  plural: 'Kudos',
  help: 'Thanks to one or all for something that was done.',
  icon: 'heart',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    to: set('p', { label: 'To', help: 'Nobody named: everybody who takes part.' }),
    note: text({ label: 'Note', help: 'For what.', required: true }),
    commit: text({ label: 'Commit', help: 'The name of the commit it is for.' }),
    checkIn: reference('c', { label: 'Check-in', help: 'The check-in it is for.' }),
    grants: flag({ label: 'Grants the reward', help: 'The reward that the pact names.' }),
    deleted: deletion(),
  },
  line: ({ note }) => note ?? '',
});
