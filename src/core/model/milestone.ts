import { date, deletion, reference, text } from './field';
import { defineKind } from './kind';

/** A point on the way to a goal. */
export const milestoneKind = defineKind({
  letter: 'm',
  name: 'milestone',
  label: 'Milestone',
  plural: 'Milestones',
  help: 'A point on the way to a goal that is worth a word.',
  icon: 'milestone',
  below: 'goal',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Goal', required: true }),
    title: text({ label: 'Title', required: true }),
    due: date({ label: 'Due' }),
    reached: date({ label: 'Reached', help: 'The day it was reached.', looksBack: true, writer: 'answer' }),
    deleted: deletion(),
  },
  awaits: ({ reached }) => reached === undefined,
  answers: { reach: { said: 'reached', help: 'reached today', values: (today) => ({ reached: today }) } },
  line: ({ title, reached, due }) => [title ?? '', reached ?? due ?? ''].filter(Boolean).join(' · '),
});
