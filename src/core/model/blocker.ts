import { date, deletion, person, reference, set, text } from './field';
import { defineKind } from './kind';

/** Obstacle to a goal; anybody may report it, and anybody may clear it. */
export const blockerKind = defineKind({
  letter: 'b',
  name: 'blocker',
  label: 'Blocker',
  plural: 'Blockers',
  help: 'What stands in the way of a goal, and whom it waits for.',
  icon: 'stop-circle',
  below: 'goal',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Goal', required: true }),
    note: text({ label: 'In the way', required: true }),
    needs: person({ label: 'Waits for', help: 'Who can help.' }),
    by: person({ label: 'By', preset: 'me' }),
    since: date({ label: 'Since', looksBack: true, preset: 'today' }),
    actions: set('g', { label: 'Actions', help: 'Goals that remove it; done, they clear it.', writer: 'answer' }),
    resolution: text({ label: 'Resolution', help: 'How it was cleared.', writer: 'answer' }),
    deleted: deletion(),
  },
  awaits: ({ resolution }) => resolution === undefined,
  line: ({ note }) => note ?? '',
});
