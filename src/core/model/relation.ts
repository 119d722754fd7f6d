import { choice, deletion, person, reference, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Request that a goal may serve an objective of others; it serves it once they agree. */
export const relationKind = defineKind({
  letter: 'e',
  name: 'relation',
  label: 'Relation',
  plural: 'Relations',
  help: 'A goal asks to serve an objective of others, who agree or decline.',
  icon: 'git-merge',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    to: reference('g', { label: 'Objective', help: 'The objective of others that it serves.', required: true }),
    note: text({ label: 'Note', help: 'How it serves it.' }),
    state: choice(['asked', 'accepted', 'declined'], 'asked', { label: 'State', writer: 'answer' }),
    reason: text({ label: 'Reason', help: 'Why it was declined.', writer: 'answer' }),
    answeredBy: person({ label: 'Answered by', writer: 'answer' }),
    deleted: deletion(),
  },
  awaits: ({ state }) => state === 'asked',
  line: ({ note, state }) => [...(note === undefined ? [] : [note]), state].join(' · '),
});
