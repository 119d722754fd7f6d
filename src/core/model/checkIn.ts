import { deletion, longText, number, person, reference } from './field';
import { defineKind } from './kind';

/** What somebody says of a goal at one time. */
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
    goal: reference('g', { label: 'Goal', required: true }),
    by: person({ label: 'By', required: true, preset: 'me' }),
    note: longText({ label: 'Note', help: 'Done, in flight, in the way.', required: true }),
    confidence: number({ label: 'Confidence', help: '1 hardly, 5 surely.', min: 1, max: 5 }),
    value: number({ label: 'Measure now', help: 'In the unit of the goal.' }),
    deleted: deletion(),
  },
  line: ({ note, confidence }) => [note ?? '', ...(confidence === undefined ? [] : [`${confidence}/5`])].join(' · '),
});
