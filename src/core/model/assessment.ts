import { deletion, number, reference, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** A person's view of a skill of their own at one time; the first one says where they began. */
export const assessmentKind = defineKind({
  letter: 'a',
  name: 'assessment',
  label: 'Self-assessment',
  plural: 'Self-assessments',
  help: 'How somebody sees a skill of their own: wanted and now.',
  icon: 'mortar-board',
  below: 'goal',
  author: 'by',
  mayBePersonal: true,
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    goal: reference('g', { label: 'Skill', required: true }),
    wanted: number({ label: 'Wanted', help: 'From 1 to 5.', min: 1, max: 5, required: true }),
    now: number({ label: 'Now', help: 'From 1 to 5.', min: 1, max: 5, required: true }),
    note: text({ label: 'Note' }),
    deleted: deletion(),
  },
  line: ({ wanted, now, note }) =>
    [`${now ?? '?'} → ${wanted ?? '?'}`, ...(note === undefined ? [] : [note])].join(' · '),
});
