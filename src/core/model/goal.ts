import { REPETITIONS } from '../text/repetitions';
import { choice, choiceOrNone, date, deletion, flag, longText, number, person, reference, set, text } from './field';
import { defineKind } from './kind';
import { metricFields } from './metric';
import { confidence } from './saidOfGoal';

export const GOAL_KINDS = ['micro', 'objective', 'keyResult', 'pact', 'commitment'] as const;
export const GOAL_STATUSES = ['open', 'proposed', 'paused', 'done', 'missed', 'dropped'] as const;
/** Intervals between the check-ins of a goal. */
export const CADENCES = ['daily', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'never'] as const;
export const AMBITIONS = ['committed', 'aspirational'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];
export type GoalStatus = (typeof GOAL_STATUSES)[number];
export type Cadence = (typeof CADENCES)[number];
export type Ambition = (typeof AMBITIONS)[number];

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
    owner: person({ label: 'Owner', terms: true }),
    parent: reference('g', { label: 'Parent', help: 'The larger goal this one serves.' }),
    order: text({ label: 'Order', help: 'A fractional key; goals of one parent sort by it.', writer: 'product' }),
    due: date({ label: 'Due', terms: true }),
    priority: number({ label: 'Priority', help: '1 is the most urgent.', min: 1, max: 3 }),
    pinned: flag({ label: 'Pinned', help: 'In focus this week.' }),
    weight: number({
      label: 'Weight',
      help: 'Share in the progress of the parent; unless said otherwise 1 for a key result, else the number of goals below.',
      min: 0,
      max: 1000,
    }),
    ...metricFields,
    tags: set(undefined, { label: 'Tags' }),
    notes: longText({ label: 'Notes', help: 'Markdown.' }),
    why: text({ label: 'Why', help: 'The reason, open to everybody who takes part.', terms: true }),
    measure: text({ label: 'Measure', help: 'How everybody can tell that it is reached.', terms: true }),
    cadence: choiceOrNone(CADENCES, {
      label: 'Check-ins',
      help: 'How often somebody says how it goes; weekly for a pact and for a key result of a running cycle unless said otherwise.',
      terms: true,
    }),
    reward: text({ label: 'Reward', help: 'What the team gives itself when it is kept.', terms: true }),
    sponsor: person({ label: 'Sponsor', help: 'Speaks for the team in a pact with one person.', terms: true }),
    mentor: person({ label: 'Mentor' }),
    helpers: set('p', { label: 'Helpers', help: 'Who works on it besides its owner.' }),
    cycle: reference('q', { label: 'Cycle', help: 'The period it belongs to.' }),
    serves: reference('h', { label: 'Serves', help: 'The mission, vision or priority behind it.' }),
    ambition: choiceOrNone(AMBITIONS, {
      label: 'Ambition',
      help: 'Committed: all of it is expected. Aspirational: 0.7 is a success.',
    }),
    confidence,
    score: number({ label: 'Score', help: 'From 0 to 1, given when its cycle is closed.', min: 0, max: 1 }),
    learned: text({ label: 'Learned', help: 'What a setback taught.' }),
    reason: text({ label: 'Reason', help: 'Why it was dropped.' }),
    repeat: choiceOrNone(REPETITIONS, { label: 'Repeats', help: 'A new one begins when it is ticked.' }),
    dueDay: number({
      label: 'Day of the month',
      help: 'The day on which a series is due in months that have it.',
      min: 1,
      max: 31,
      writer: 'product',
    }),
    references: set(undefined, { label: 'References', help: 'Such as #12, PROJ-34 or an address.' }),
    terms: text({ label: 'Terms', help: 'The hash of what was proposed.', writer: 'product' }),
    deleted: deletion(),
  },
  line(goal) {
    return goal.title ?? '';
  },
});
