import type { Capability } from './capability';

/** OKR practice, several teams, exchange with the outside. */
export const exchangeCapabilities: readonly Capability[] = [
  {
    number: 62,
    name: 'OKRs: align',
    editor: [
      'microGoals.alignGoal',
      'microGoals.acceptRelation',
      'microGoals.declineRelation',
      'one click in *Objectives* of the team panel',
      'microGoals.showNews',
    ],
    verbs: ['relation add', 'accept', 'decline', 'relation map', 'news'],
    proof: {
      file: 'git/cli/okr.test.ts',
      title: 'a goal of one clone is asked to serve an objective of the other, whose owner accepts (row 62)',
    },
  },
  {
    number: 63,
    name: 'OKRs: follow up and review',
    editor: [
      'microGoals.updateMeasure',
      'microGoals.closeCycle',
      'microGoals.showCycleReport',
      '*Objectives* in the team panel, cycle by cycle',
    ],
    verbs: ['cycle close', 'cycle report'],
    proof: {
      file: 'git/cli/okr.test.ts',
      title: 'closing a cycle scores, carries and reports; it is done once (row 63)',
    },
  },
  { number: 64, name: 'Several teams' },
  { number: 65, name: 'People without an editor contribute' },
  { number: 66, name: 'Several repositories' },
  { number: 67, name: 'References and import' },
  {
    number: 68,
    name: 'Mission, vision, strategic priorities',
    editor: ['microGoals.addRecord', 'above the *Objectives* in the team panel'],
    verbs: ['charter add', 'relation map'],
    proof: {
      file: 'unit/okr/relations.test.ts',
      title: 'says which open goals of the team serve no part of the charter',
    },
  },
  { number: 69, name: 'Pitfalls are noticed' },
  { number: 70, name: 'A quarter in an hour' },
  {
    number: 71,
    name: 'What anyone expects of a goal',
    editor: [
      'microGoals.editNotes',
      'microGoals.editGoal',
      'microGoals.setStatus',
      'microGoals.keepGoal',
      'microGoals.pauseGoal',
      'microGoals.dropGoal',
      'microGoals.pickGoal',
    ],
    verbs: ['edit', 'keep', 'list'],
    proof: { file: 'git/cli/goals.test.ts', title: 'a tick of a goal that repeats begins the next one' },
    missing: 'Numbers such as `#12` as links (row 67).',
  },
];
