import { goalKind } from './goal';
import { defineKind, pick } from './kind';

/** Promise of several people to each other; they sign its terms. */
export const pactKind = defineKind({
  letter: goalKind.letter,
  name: 'pact',
  label: 'Pact',
  plural: 'Pacts',
  help: 'What several people promise each other; they sign its terms.',
  icon: 'organization',
  where: { kind: 'pact' },
  below: 'parent',
  shows: [],
  fields: {
    ...pick(
      goalKind.fields,
      'title',
      'why',
      'measure',
      'unit',
      'start',
      'target',
      'direction',
      'due',
      'cadence',
      'reward',
      'sponsor',
      'mentor',
    ),
    // Whoever writes a pact owns it unless they say otherwise, so that somebody hears who declines.
    owner: { ...goalKind.fields.owner, preset: 'me' },
    ...pick(goalKind.fields, 'parent', 'learned', 'status', 'notes', 'deleted'),
  },
  line: (values) => values.title ?? '',
});
