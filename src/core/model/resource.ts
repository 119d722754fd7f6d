import { choice, deletion, number, person, reference, text } from './field';
import { defineKind } from './kind';

/** Resource that a goal needs: training, a mentor, a tool. */
export const resourceKind = defineKind({
  letter: 'r',
  name: 'resource',
  label: 'Resource',
  plural: 'Resources',
  help: 'What a goal needs: training, a mentor, a tool.',
  icon: 'package',
  below: 'goal',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Goal', required: true }),
    title: text({ label: 'Title', required: true, terms: true }),
    type: choice(['training', 'mentor', 'tool', 'other'], 'other', { label: 'Type', terms: true }),
    url: text({ label: 'Link', help: 'Where it is found.', terms: true }),
    amount: number({ label: 'Amount', help: 'Budget or hours.', min: 0, terms: true }),
    unit: text({ label: 'Unit', help: 'Such as hours or EUR.', terms: true }),
    by: person({ label: 'By', preset: 'me' }),
    state: choice(['requested', 'granted', 'declined'], 'requested', { label: 'State', writer: 'answer' }),
    deleted: deletion(),
  },
  awaits: ({ state }) => state === 'requested',
  answers: {
    grant: { said: 'granted', values: () => ({ state: 'granted' }) },
    decline: { said: 'declined', values: () => ({ state: 'declined' }) },
  },
  line: ({ title, amount, unit }) =>
    [title ?? '', ...(amount === undefined ? [] : [`${amount} ${unit ?? ''}`.trim()])].join(' · '),
});
