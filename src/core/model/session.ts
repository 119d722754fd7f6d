import { date, deletion, longText, person, reference, set } from './field';
import { defineKind } from './kind';

/** A meeting about a goal or a blocker, with its results. */
export const sessionKind = defineKind({
  letter: 'n',
  name: 'session',
  label: 'Session',
  plural: 'Sessions',
  help: 'A meeting about a goal or a blocker, and what came of it.',
  icon: 'comment-discussion',
  below: 'goal',
  shows: ['activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Goal' }),
    date: date({ label: 'Day', looksBack: true, required: true, preset: 'today' }),
    blocker: reference('b', { label: 'Blocker', help: 'The problem to be solved.' }),
    facilitator: person({ label: 'Facilitator', preset: 'me' }),
    attendees: set('p', { label: 'Attendees' }),
    notes: longText({ label: 'Notes', help: 'Markdown.' }),
    decisions: longText({ label: 'Decisions' }),
    deleted: deletion(),
  },
  line: ({ date: day, decisions, notes }) => firstLine(decisions ?? notes ?? day ?? ''),
});

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
