import { goalKind } from './goal';
import { defineKind, pick } from './kind';

/** Aim of a team; its key results say whether it is reached. */
export const objectiveKind = defineKind({
  letter: goalKind.letter,
  name: 'objective',
  label: 'Objective',
  plural: 'Objectives',
  help: 'Where the team wants to get; its key results say whether it is there.',
  icon: 'target',
  where: { kind: 'objective' },
  below: 'parent',
  shows: [],
  fields: pick(
    goalKind.fields,
    'title',
    'why',
    'owner',
    'parent',
    'serves',
    'cycle',
    'ambition',
    'weight',
    'due',
    'status',
    'score',
    'learned',
    'reason',
    'notes',
    'deleted',
  ),
  line: (values) => values.title ?? '',
});
