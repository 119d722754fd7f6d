import { date, deletion, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Note on why the terms of a pact were changed, and for whom. */
export const amendmentKind = defineKind({
  letter: 'd',
  name: 'amendment',
  label: 'Change note',
  plural: 'Change notes',
  help: 'What was changed in a goal, why, and who is affected.',
  icon: 'note',
  below: 'goal',
  author: 'by',
  shows: ['activity', 'panel'],
  fields: {
    ...saidOfGoal,
    note: text({ label: 'Note', help: 'What changed and why.', required: true }),
    affects: text({ label: 'Affects', help: 'Who is affected.' }),
    from: date({ label: 'From', help: 'When it begins to hold.', preset: 'today' }),
    before: text({ label: 'Terms before', help: 'The hash of the terms before.', writer: 'product' }),
    after: text({ label: 'Terms after', help: 'The hash of the terms after.', writer: 'product' }),
    deleted: deletion(),
  },
  line: ({ note }) => note ?? '',
});
