import { deletion, number, reference, text } from './field';
import { defineKind } from './kind';

/** Measure that must not suffer while a goal is reached; a breach flags the goal, whatever its progress. */
export const guardKind = defineKind({
  letter: 'u',
  name: 'guard',
  label: 'Guard',
  plural: 'Guards',
  help: 'A measure that must not suffer while the goal is reached.',
  icon: 'shield',
  below: 'goal',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Goal', required: true }),
    title: text({ label: 'Title', help: 'What is measured.', required: true, terms: true }),
    unit: text({ label: 'Unit', help: 'What is counted, such as ms or %.', terms: true }),
    floor: number({ label: 'Floor', help: 'Never below it.', terms: true }),
    ceiling: number({ label: 'Ceiling', help: 'Never above it.', terms: true }),
    now: number({ label: 'Measure now' }),
    deleted: deletion(),
  },
  line: ({ title, now, unit }) =>
    [title ?? '', ...(now === undefined ? [] : [`${now} ${unit ?? ''}`.trim()])].join(' · '),
});
