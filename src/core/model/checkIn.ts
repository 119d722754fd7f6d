import { deletion, longText, number } from './field';
import { defineKind } from './kind';
import { confidence, noteAndConfidence, saidOfGoal } from './saidOfGoal';

/** A person's report on a goal at one time. */
export const checkInKind = defineKind({
  letter: 'c',
  name: 'check-in',
  label: 'Check-in',
  plural: 'Check-ins',
  help: 'How it goes with a goal, said at one time.',
  icon: 'comment',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    note: longText({ label: 'Note', help: 'Done, in flight, in the way.', required: true }),
    confidence,
    value: number({
      label: 'Measure now',
      help: 'In the unit of the goal; it becomes a reading.',
      writer: 'elsewhere',
    }),
    deleted: deletion(),
  },
  line: noteAndConfidence,
});
