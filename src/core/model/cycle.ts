import { date, deletion, longText, person, set, text } from './field';
import { defineKind } from './kind';

/** A period that objectives are set for. */
export const cycleKind = defineKind({
  letter: 'q',
  name: 'cycle',
  label: 'Cycle',
  plural: 'Cycles',
  help: 'A period that objectives are set for, such as a quarter.',
  icon: 'calendar',
  shows: ['panel'],
  fields: {
    title: text({ label: 'Title', required: true }),
    from: date({ label: 'From', help: 'Its first day.', required: true }),
    to: date({ label: 'To', help: 'Its last day.', required: true, notBefore: 'from' }),
    facilitator: person({ label: 'Facilitator', help: 'Closes it and scores what has no other owner.', preset: 'me' }),
    closed: date({ label: 'Closed', help: 'The day it was closed.', writer: 'product' }),
    carried: set('g', {
      label: 'Carried over',
      help: 'What went on to another cycle when it was closed.',
      writer: 'product',
    }),
    report: longText({ label: 'Report', help: 'JSON: how its goals stood when it was closed.', writer: 'product' }),
    undo: longText({
      label: 'Undo',
      help: 'JSON: what closing it changed, so that it can be opened again.',
      writer: 'product',
    }),
    deleted: deletion(),
  },
  line: ({ title, from, to }) => `${title ?? ''} · ${from ?? '?'} – ${to ?? '?'}`,
});
