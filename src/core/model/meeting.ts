import { REPETITIONS } from '../text/repetitions';
import { choice, choiceEach, choiceOrNone, date, deletion, longText, person, reference, set } from './field';
import { defineKind } from './kind';

export const MEETING_TYPES = ['planning', 'one-on-one', 'problem-solving', 'retrospective', 'other'] as const;
/** What becomes of a goal that a meeting walks through. */
export const MEETING_OUTCOMES = ['accepted', 'changed', 'parked'] as const;

/** A meeting, planned or held, with its results. */
export const meetingKind = defineKind({
  letter: 'n',
  name: 'meeting',
  label: 'Meeting',
  plural: 'Meetings',
  help: 'People who meet about a goal, a blocker or the whole, and what came of it.',
  icon: 'comment-discussion',
  below: 'goal',
  shows: ['activity', 'panel'],
  fields: {
    type: choice(MEETING_TYPES, 'other', { label: 'Type' }),
    goal: reference('g', { label: 'Goal' }),
    when: date({ label: 'When', required: true, preset: 'today' }),
    agenda: longText({ label: 'Agenda', help: 'Markdown.' }),
    blocker: reference('b', { label: 'Blocker', help: 'The problem to be solved.' }),
    facilitator: person({ label: 'Facilitator', preset: 'me' }),
    attendees: set('p', { label: 'Attendees' }),
    outcomes: choiceEach('g', MEETING_OUTCOMES, { label: 'Outcomes', help: 'What became of each goal.' }),
    decisions: longText({ label: 'Decisions' }),
    notes: longText({ label: 'Notes', help: 'Markdown.' }),
    repeats: choiceOrNone(REPETITIONS, { label: 'Repeats', help: 'How often people meet again.' }),
    deleted: deletion(),
  },
  line: ({ when, decisions, notes, agenda }) => firstLine(decisions ?? notes ?? agenda ?? when ?? ''),
});

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
