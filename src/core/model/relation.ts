import { choiceWord } from '../text/choiceWord';
import { fillText } from '../text/fillText';
import { kindLetter } from '../document/recordId';
import { choice, choiceOrNone, deletion, person, reference, text } from './field';
import { goalKind } from './goal';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

export const RELATION_TYPES = ['serves', 'dependsOn', 'supports', 'conflictsWith', 'tension'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** How a goal stands to another one, or what it serves. It serves an objective of others once they agree; all else stands at once. */
export const relationKind = defineKind({
  letter: 'e',
  name: 'relation',
  label: 'Relation',
  plural: 'Relations',
  help: 'How a goal stands to another: it serves it, depends on it, supports it, conflicts with it or is in tension with it.',
  icon: 'git-merge',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    type: choice(RELATION_TYPES, 'serves', {
      label: 'Type',
      help: 'To serve an objective of others is asked; they agree or decline.',
      required: true,
    }),
    // A further kind of record that goals may serve is one more letter.
    to: reference('gh', { label: 'To', help: 'The other goal, or what of the charter it serves.', required: true }),
    note: text({ label: 'Note', help: 'How, or what pulls the two apart; a tension needs it.' }),
    state: choiceOrNone(['asked', 'accepted', 'declined'], { label: 'State', writer: 'answer' }),
    reason: text({ label: 'Reason', help: 'Why it was declined.', writer: 'answer' }),
    answeredBy: person({ label: 'Answered by', writer: 'answer' }),
    deleted: deletion(),
  },
  awaits: ({ type, to, state }) =>
    type === 'serves' && kindLetter(to ?? '') === goalKind.letter && (state ?? 'asked') === 'asked',
  line: ({ type, note }) => [choiceWord(type, fillText), ...(note === undefined ? [] : [note])].join(': '),
});
