import { deletion, flag, person, reference, text } from './field';
import { defineKind } from './kind';
import { confidence, noteAndConfidence, saidOfGoal } from './saidOfGoal';

/** A person's agreement to the terms of a pact as they stand. */
export const signatureKind = defineKind({
  letter: 's',
  name: 'signature',
  label: 'Signature',
  plural: 'Signatures',
  help: 'Somebody agrees to the terms of a pact as they stand.',
  icon: 'pencil',
  below: 'goal',
  belowKind: 'pact',
  author: 'by',
  ownAdd: true,
  shows: ['tree', 'activity'],
  fields: {
    ...saidOfGoal,
    goal: reference('g', { label: 'Pact', required: true }),
    confidence,
    note: text({ label: 'Note', help: 'I will help by …' }),
    for: person({ label: 'For', help: 'Whom it is given for, where somebody signs by proxy.', writer: 'product' }),
    declines: flag({ label: 'Declines', help: 'These terms are not agreed to; the note says why.', writer: 'product' }),
    terms: text({ label: 'Terms', help: 'The hash of what was signed.', writer: 'product' }),
    deleted: deletion(),
  },
  line: noteAndConfidence,
});
