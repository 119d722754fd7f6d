import { goalKind } from './goal';
import { defineKind, pick } from './kind';

/** A goal that is decided by its measure. */
export const keyResultKind = defineKind({
  letter: goalKind.letter,
  name: 'key-result',
  label: 'Key result',
  plural: 'Key results',
  help: 'A measured result that shows whether an objective is reached.',
  icon: 'graph-line',
  where: { kind: 'keyResult' },
  below: 'parent',
  // Goals have rows, activity and a place in the panel anyway.
  shows: [],
  fields: {
    ...pick(goalKind.fields, 'title', 'parent', 'unit', 'start', 'target', 'direction'),
    cycle: { ...goalKind.fields.cycle, help: 'That of its objective unless said otherwise.' },
    ...pick(
      goalKind.fields,
      'owner',
      'due',
      'confidence',
      'ambition',
      'weight',
      'cadence',
      'status',
      'score',
      'learned',
      'reason',
      'notes',
      'deleted',
    ),
  },
  line: (values) => values.title ?? '',
});
