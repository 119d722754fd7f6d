import type { Capability } from './capability';

/** What several people promise each other. */
export const pactCapabilities: readonly Capability[] = [
  {
    number: 11,
    name: 'The team agrees on goals together',
    editor: ['microGoals.proposePact', 'microGoals.signPact', 'microGoals.addRecord'],
    verbs: ['pact propose', 'pact sign', 'meeting add'],
    proof: {
      file: 'git/cli/pacts.test.ts',
      title: 'is proposed, signed in two clones at the same time, amended and signed again',
    },
  },
  {
    number: 12,
    name: 'Specific, measurable, achievable, relevant, due',
    editor: ['microGoals.editRecord'],
    verbs: ['pact edit', 'pact status'],
    proof: {
      file: 'unit/pacts/pactState.test.ts',
      title: 'waits for the reason, and says what is not SMART without blocking anything',
    },
  },
  {
    number: 13,
    name: 'Responsibilities of each member',
    editor: ['the box of the commitment', 'microGoals.addRecord'],
    verbs: ['commitment add', 'done'],
    proof: { file: 'unit/goals/acceptance.test.ts', title: 'is ticked by the member who made it alone' },
    missing: 'Nobody else can accept or tick the part of somebody without an editor.',
  },
  {
    number: 14,
    name: 'Shared accountability',
    editor: ['progress of the pact on its row'],
    verbs: ['pact status', 'show'],
    proof: { file: 'git/quarter.test.ts', title: 'looks back, keeps the pact and closes the cycle' },
  },
  {
    number: 15,
    name: 'A pact between one person and the team',
    editor: ['microGoals.addRecord'],
    verbs: ['pact add'],
    proof: { file: 'unit/pacts/pactState.test.ts', title: 'of one person has the sponsor sign for the team' },
  },
  {
    number: 16,
    name: 'Regular check-ins',
    editor: ['microGoals.checkIn', 'microGoals.copyStandUp'],
    verbs: ['checkin'],
    proof: {
      file: 'git/cli/checkIns.test.ts',
      title: 'regular check-ins: lists what is ahead, drafts from the own commits and ticks, posts, and begins anew',
    },
  },
  {
    number: 17,
    name: 'Obstacles come up early, on any goal',
    editor: ['microGoals.reportBlocker', 'microGoals.clearBlocker', 'microGoals.actOnWaiting'],
    verbs: ['blocker add', 'blocker clear', 'waiting'],
    proof: {
      file: 'git/cli/blockers.test.ts',
      title: 'obstacles: a blocker is reported, ages in the list, waits for whom it needs and is cleared',
    },
  },
  {
    number: 18,
    name: 'Milestones',
    editor: ['microGoals.reachMilestone', 'microGoals.addRecord'],
    verbs: ['milestone add', 'milestone reach'],
    proof: {
      file: 'host/pacts.test.ts',
      title: 'Milestone Reached, one click, offers kudos; Grant and Decline answer what is requested (rows 18, 31)',
    },
  },
  {
    number: 19,
    name: 'Realign when needed',
    editor: ['microGoals.amendPact', 'microGoals.signPact', 'microGoals.showTerms'],
    verbs: ['pact amend', 'pact diff'],
    proof: {
      file: 'host/pacts.test.ts',
      title: 'Amend Pact…: note and fields are typed; what is refused comes back with all that was typed (row 19)',
    },
  },
  {
    number: 20,
    name: 'Constructive feedback',
    editor: ['microGoals.giveFeedback', 'microGoals.acceptFeedback', 'microGoals.declineFeedback'],
    verbs: ['feedback add', 'feedback accept', 'feedback decline'],
    proof: { file: 'git/cli/feedback.test.ts', title: 'a suggestion that is accepted makes the edit' },
  },
  {
    number: 21,
    name: 'Recognition and reward of one or all',
    editor: ['microGoals.giveKudos'],
    verbs: ['kudos add'],
    proof: { file: 'git/cli/feedback.test.ts', title: 'kudos name a person, a commit or a check-in' },
  },
  {
    number: 22,
    name: 'Reasons open to everybody',
    editor: ['microGoals.editRecord'],
    verbs: ['pact edit'],
    proof: { file: 'unit/pacts/pactState.test.ts', title: 'waits for the reason' },
  },
  {
    number: 23,
    name: "Each person's development is not forgotten",
    editor: [
      '*Pacts* in the team panel',
      'tooltip of a pact, or of an objective with a cycle',
      'microGoals.newFromTemplate',
    ],
    verbs: ['pact status', 'show'],
    proof: {
      file: 'unit/growth/membersWithoutSkill.test.ts',
      title: 'is said of a pact whose parties have no skill goal, their own personal one counted',
    },
  },
  {
    number: 24,
    name: "Each person's contribution is seen",
    editor: [
      '*Contributors* in *Objectives* and *Pacts* of the team panel and in the tooltip',
      'commits below each goal',
    ],
    verbs: ['pact status', 'show', 'log'],
    proof: {
      file: 'unit/commits/contributors.test.ts',
      title:
        'of a pact or objective are the authors and co-authors of the commits below it, each once, by name (row 24)',
    },
  },
  {
    number: 25,
    name: 'No unattainable goals',
    editor: ['microGoals.signPact'],
    verbs: ['pact sign', 'pact status'],
    proof: { file: 'unit/pacts/pactState.test.ts', title: 'flags a mean confidence below 3' },
  },
  {
    number: 26,
    name: 'Worked examples',
    editor: ['microGoals.newFromTemplate', 'microGoals.saveAsTemplate'],
    verbs: ['template use', 'template save'],
    proof: { file: 'git/cli/templates.test.ts', title: 'a template becomes goals of several kinds' },
  },
  {
    number: 27,
    name: 'A path of personal development',
    editor: ['microGoals.showSkills', 'microGoals.addRecord', 'microGoals.newFromTemplate'],
    verbs: ['skills', 'assessment add'],
    proof: {
      file: 'unit/growth/skills.test.ts',
      title: 'is a skill with the goals below it in order, and how its person saw it over time; a review asks anew',
    },
  },
  {
    number: 28,
    name: 'Metrics and KPIs that guard goals',
    editor: ['microGoals.updateMeasure', 'microGoals.addRecord'],
    verbs: ['key-result add', 'kpi add', 'measure', 'checkin'],
    proof: {
      file: 'git/cli/okr.test.ts',
      title: 'a measure told in a check-in moves key result and objective, and the outlook says why (rows 2, 28, 52)',
    },
  },
  {
    number: 29,
    name: 'Discussion',
    editor: ['microGoals.replyToFeedback', 'microGoals.resolveFeedback'],
    verbs: ['feedback reply', 'feedback threads', 'feedback resolve'],
    proof: { file: 'git/cli/feedback.test.ts', title: 'threads merge (rows 20 and 29)' },
  },
  {
    number: 30,
    name: 'People say how they support each other',
    editor: ['microGoals.addRecord'],
    verbs: ['support add'],
    proof: {
      file: 'git/cli/pacts.test.ts',
      title: 'has milestones that are reached, resources that are granted, supporters',
    },
  },
  {
    number: 31,
    name: 'Resources',
    editor: ['microGoals.addRecord', 'microGoals.grantResource', 'microGoals.declineResource'],
    verbs: ['resource add', 'resource grant', 'resource decline'],
    proof: { file: 'git/cli/pacts.test.ts', title: 'resources that are granted' },
  },
  {
    number: 32,
    name: 'Mentoring',
    editor: ['microGoals.chooseMentor', 'microGoals.giveAdvice', 'microGoals.actOnWaiting', 'microGoals.shareGoal'],
    verbs: ['edit', 'waiting', 'feedback add', 'share'],
    proof: {
      file: 'unit/growth/mentoring.test.ts',
      title: 'waits for the mentor once the mentee assesses, is blocked, doubts or asks, until there is advice',
    },
  },
  {
    number: 33,
    name: 'Regular reviews',
    editor: ['microGoals.addReview', 'microGoals.actOnWaiting'],
    verbs: ['review add', 'review due'],
    proof: {
      file: 'git/cli/blockers.test.ts',
      title: 'regular reviews: one names the day of the next, which begins with the days since it',
    },
  },
  {
    number: 34,
    name: 'Learn from setbacks',
    editor: ['microGoals.searchLessons', 'microGoals.setStatus', 'microGoals.addGoal'],
    verbs: ['lessons', 'edit', 'pact close'],
    proof: {
      file: 'git/cli/growing.test.ts',
      title: 'lessons are written with the goal that was missed, and found by their words (row 34)',
    },
  },
  {
    number: 35,
    name: 'Nothing is imposed',
    editor: ['microGoals.acceptGoal', 'microGoals.declineGoal'],
    verbs: ['accept', 'decline'],
    proof: { file: 'unit/goals/acceptance.test.ts', title: 'a goal made for somebody else' },
    missing: 'A goal that was declined waits on nobody: whoever made it reads so in the news.',
  },
  {
    number: 36,
    name: 'Mentorship programme, cross-functional meeting, self-directed learning',
    editor: ['microGoals.newFromTemplate'],
    verbs: ['template use'],
    proof: {
      file: 'unit/growth/goalTemplates.test.ts',
      title: 'mentorship, a cross-functional meeting and self-directed learning',
    },
  },
];
