import { date, deletion, longText, person, reference, set } from './field';
import { defineKind } from './kind';

/** A look back on a goal or on all of them, with its conclusions. */
export const reviewKind = defineKind({
  letter: 'i',
  name: 'review',
  label: 'Review',
  plural: 'Reviews',
  help: 'A look back on a goal or on the whole, and what follows from it.',
  icon: 'history',
  below: 'goal',
  shows: ['activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Goal' }),
    by: person({ label: 'By', preset: 'me' }),
    from: date({ label: 'From', help: 'The first day of what is looked at.', looksBack: true }),
    to: date({ label: 'To', help: 'Its last day.', looksBack: true, preset: 'today', notBefore: 'from' }),
    wentWell: longText({ label: 'Went well' }),
    adjust: longText({ label: 'To adjust' }),
    decisions: longText({ label: 'Decisions' }),
    changes: set('g', { label: 'Changes', help: 'Goals that it brought or changed.' }),
    next: date({ label: 'Next', help: 'When to look again; by the cadence of the goal unless said otherwise.' }),
    deleted: deletion(),
  },
  line: ({ to, decisions, adjust, wentWell }) => (decisions ?? adjust ?? wentWell ?? to ?? '').split('\n', 1)[0] ?? '',
});
