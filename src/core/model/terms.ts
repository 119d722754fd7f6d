import { deletion, longText, text } from './field';
import { defineKind } from './kind';

/** Terms of a pact as they stood, found by their hash, to show what has changed since a signature. */
export const termsKind = defineKind({
  letter: 't',
  name: 'terms',
  label: 'Terms',
  plural: 'Terms',
  help: 'The terms of a pact as they stood when they were proposed or signed.',
  icon: 'law',
  ownVerbs: true,
  shows: [],
  fields: {
    hash: text({ label: 'Hash', writer: 'product' }),
    text: longText({ label: 'Text', help: 'Canonical JSON.', writer: 'product' }),
    deleted: deletion(),
  },
  line: ({ hash }) => hash ?? '',
});
