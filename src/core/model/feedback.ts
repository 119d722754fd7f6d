import { choice, choiceOrNone, deletion, person, reference, text } from './field';
import { defineKind } from './kind';
import { saidOfGoal } from './saidOfGoal';

/** Remark on a goal to those who pursue it. A suggestion names a field and the value that it should have. */
export const feedbackKind = defineKind({
  letter: 'f',
  name: 'feedback',
  label: 'Feedback',
  plural: 'Feedback',
  help: 'A comment, praise, suggestion, concern or advice on a goal, or an answer to one.',
  icon: 'comment-unresolved',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    ...saidOfGoal,
    type: choice(['comment', 'praise', 'suggestion', 'concern', 'advice'], 'comment', { label: 'Type' }),
    note: text({ label: 'Note', required: true }),
    replyTo: reference('f', { label: 'Answers', help: 'The feedback that this one answers.' }),
    field: choiceOrNone(['title', 'why', 'measure', 'target', 'due', 'notes'], {
      label: 'Field',
      help: 'What the suggestion would change.',
    }),
    value: text({ label: 'New value', help: 'What it should say.' }),
    state: choice(['open', 'accepted', 'declined', 'resolved'], 'open', { label: 'State', writer: 'answer' }),
    reason: text({ label: 'Reason', help: 'Why it was declined.', writer: 'answer' }),
    answeredBy: person({ label: 'Answered by', writer: 'answer' }),
    deleted: deletion(),
  },
  awaits: ({ state, replyTo }) => state === 'open' && replyTo === undefined,
  line: ({ note }) => note ?? '',
});
