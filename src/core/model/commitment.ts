import { goalKind } from './goal';
import { defineKind, pick } from './kind';

const { title, parent, owner } = goalKind.fields;

/** One member's part in a pact: a goal below it, so that it is ticked, linked and counted like any other. */
export const commitmentKind = defineKind({
  letter: goalKind.letter,
  name: 'commitment',
  label: 'Commitment',
  plural: 'Commitments',
  help: 'What one member does for a pact.',
  icon: 'person',
  where: { kind: 'commitment' },
  below: 'parent',
  belowKind: 'pact',
  shows: [],
  fields: {
    title,
    parent: { ...parent, label: 'Pact', help: '', required: true },
    owner: { ...owner, label: 'Member', required: true },
    ...pick(goalKind.fields, 'measure', 'due', 'status', 'learned', 'reason', 'notes', 'deleted'),
  },
  line: (values) => values.title ?? '',
});
