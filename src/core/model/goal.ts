import { choice, date, deletion, flag, longText, number, person, reference, set, text } from './field';
import { defineKind } from './kind';
import { metricFields } from './metric';

export const GOAL_KINDS = ['micro', 'objective', 'keyResult', 'pact'] as const;
export const GOAL_STATUSES = ['open', 'proposed', 'paused', 'done', 'missed', 'dropped'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];
export type GoalStatus = (typeof GOAL_STATUSES)[number];

export const goalKind = defineKind({
  letter: 'g',
  name: 'goal',
  label: 'Goal',
  plural: 'Goals',
  help: 'Something that will be true.',
  below: 'parent',
  ownVerbs: true,
  shows: [],
  icon: 'target',
  fields: {
    title: text({ label: 'Title', help: 'What will be true when it is done.', required: true, terms: true }),
    kind: choice(GOAL_KINDS, 'micro', { label: 'Kind' }),
    status: choice(GOAL_STATUSES, 'open', { label: 'Status' }),
    owner: person({ label: 'Owner' }),
    parent: reference('g', { label: 'Parent', help: 'The larger goal this one serves.' }),
    order: text({ label: 'Order', help: 'A fractional key; goals of one parent sort by it.', writer: 'product' }),
    due: date({ label: 'Due', terms: true }),
    priority: number({ label: 'Priority', help: '1 is the most urgent.', min: 1, max: 3 }),
    pinned: flag({ label: 'Pinned', help: 'In focus this week.' }),
    weight: number({
      label: 'Weight',
      help: 'Share in the progress of the parent; the number of goals below it unless said otherwise.',
      min: 0,
      max: 1000,
    }),
    ...metricFields,
    tags: set(undefined, { label: 'Tags' }),
    notes: longText({ label: 'Notes', help: 'Markdown.' }),
    deleted: deletion(),
  },
  line(goal) {
    return goal.title ?? '';
  },
});
