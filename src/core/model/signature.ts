import { deletion, number, person, reference, text } from './field';
import { defineKind } from './kind';

/** Somebody agrees to the terms of a pact as they stand. */
export const signatureKind = defineKind({
  letter: 's',
  name: 'signature',
  label: 'Signature',
  plural: 'Signatures',
  help: 'Somebody agrees to the terms of a pact as they stand.',
  icon: 'pencil',
  below: 'goal',
  author: 'by',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    goal: reference('g', { label: 'Pact', required: true }),
    by: person({ label: 'By', required: true, preset: 'me' }),
    confidence: number({ label: 'Confidence', help: '1 hardly, 5 surely.', min: 1, max: 5 }),
    note: text({ label: 'Note', help: 'I will help by …' }),
    terms: text({ label: 'Terms', help: 'The hash of what was signed.', writer: 'product' }),
    deleted: deletion(),
  },
  line: ({ confidence, note }) =>
    [...(note === undefined ? [] : [note]), ...(confidence === undefined ? [] : [`${confidence}/5`])].join(' · '),
});
