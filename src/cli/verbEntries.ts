import type { Verb } from './terminal/verb';

/** Verb of the command line before its code is loaded. */
export interface Entry {
  readonly name: string;
  /** Purpose of the verb; undefined for a verb that only programs call: no list shows it. */
  readonly summary?: string;
  /** Loads the verb when it is called: no verb pays for another one. */
  readonly load: () => Promise<Verb>;
}

/** Verbs that are not made from the declaration of a kind, in display order. */
export const ENTRIES: readonly Entry[] = [
  {
    name: 'add',
    summary: 'add a goal, personal unless told otherwise',
    load: async () => (await import('./verbs/add')).addVerb,
  },
  { name: 'list', summary: 'show goals as a tree', load: async () => (await import('./verbs/list')).listVerb },
  { name: 'show', summary: 'show everything about a goal', load: async () => (await import('./verbs/show')).showVerb },
  { name: 'edit', summary: 'change a goal', load: async () => (await import('./verbs/edit')).editVerb },
  { name: 'done', summary: 'tick goals', load: async () => (await import('./verbs/done')).doneVerb },
  { name: 'reopen', summary: 'untick goals', load: async () => (await import('./verbs/reopen')).reopenVerb },
  { name: 'rm', summary: 'delete goals', load: async () => (await import('./verbs/rm')).rmVerb },
  {
    name: 'share',
    summary: 'move personal goals to the team',
    load: async () => (await import('./verbs/share')).shareVerb,
  },
  {
    name: 'share-now',
    summary: 'put goal changes on a branch of their own',
    load: async () => (await import('./verbs/shareNow')).shareNowVerb,
  },
  {
    name: 'carry-over',
    summary: 'bring goals that only another branch has into this one',
    load: async () => (await import('./verbs/carryOver')).carryOverVerb,
  },
  {
    name: 'history',
    summary: 'show how a goal came along (burn-up)',
    load: async () => (await import('./verbs/history')).historyVerb,
  },
  {
    name: 'measure',
    summary: 'note the value of a goal or KPI',
    load: async () => (await import('./verbs/measure')).measureVerb,
  },
  {
    name: 'news',
    summary: 'show what changed in the goals of the team since you last looked',
    load: async () => (await import('./verbs/news')).newsVerb,
  },
  {
    name: 'wins',
    summary: 'show what was reached this week',
    load: async () => (await import('./verbs/wins')).winsVerb,
  },
  {
    name: 'lessons',
    summary: 'search what was learned from goals, pacts and reviews',
    load: async () => (await import('./verbs/lessons')).lessonsVerb,
  },
  {
    name: 'skills',
    summary: 'show skills, the way to each, and self-assessments over time',
    load: async () => (await import('./verbs/skills')).skillsVerb,
  },
  {
    name: 'hints',
    summary: 'show what makes goals of the team ambiguous or unrealistic',
    load: async () => (await import('./verbs/hints')).hintsVerb,
  },
  {
    name: 'confirm',
    summary: 'confirm that a goal somebody else ticked is done',
    load: async () => (await import('./verbs/confirm')).confirmVerb,
  },
  {
    name: 'accept',
    summary: 'say yes to what asks you: a goal, a pact, a suggestion, a request',
    load: async () => (await import('./verbs/answer')).acceptVerb,
  },
  {
    name: 'decline',
    summary: 'say no to it, and why',
    load: async () => (await import('./verbs/answer')).declineVerb,
  },
  {
    name: 'sign',
    summary: 'show the terms of a pact and sign them',
    load: async () => (await import('./kinds/actVerbs')).actVerb('sign'),
  },
  {
    name: 'amend',
    summary: 'give a pact new terms',
    load: async () => (await import('./kinds/actVerbs')).actVerb('amend'),
  },
  {
    name: 'grant',
    summary: 'grant a resource that was asked for',
    load: async () => (await import('./kinds/actVerbs')).actVerb('grant'),
  },
  {
    name: 'park',
    summary: 'set goal changes aside, out of the way of git',
    load: async () => (await import('./verbs/park')).parkVerb,
  },
  {
    name: 'unpark',
    summary: 'bring them back',
    load: async () => (await import('./verbs/unpark')).unparkVerb,
  },
  {
    name: 'start',
    summary: 'work on a goal: commits here will name it',
    load: async () => (await import('./verbs/start')).startVerb,
  },
  { name: 'stop', summary: 'work on no goal', load: async () => (await import('./verbs/stop')).stopVerb },
  {
    name: 'status',
    summary: 'show the active goal and this week',
    load: async () => (await import('./verbs/status')).statusVerb,
  },
  {
    name: 'checkin',
    summary: 'say how it goes with a goal, drafted from your commits; show what is due',
    load: async () => (await import('./verbs/checkin')).checkinVerb,
  },
  {
    name: 'block',
    summary: 'say what stands in the way of a goal, and who can help',
    load: async () => (await import('./kinds/actVerbs')).actVerb('block'),
  },
  {
    name: 'unblock',
    summary: 'say that it is out of the way',
    load: async () => (await import('./kinds/actVerbs')).actVerb('unblock'),
  },
  {
    name: 'say',
    summary: 'comment, praise, suggest, warn or advise on a goal',
    load: async () => (await import('./kinds/actVerbs')).actVerb('say'),
  },
  {
    name: 'reply',
    summary: 'answer what somebody said',
    load: async () => (await import('./kinds/actVerbs')).actVerb('reply'),
  },
  {
    name: 'thank',
    summary: 'thank people for something that was done',
    load: async () => (await import('./kinds/actVerbs')).actVerb('thank'),
  },
  {
    name: 'assess',
    summary: 'say how you see a skill of yours: wanted and now',
    load: async () => (await import('./kinds/actVerbs')).actVerb('assess'),
  },
  {
    name: 'waiting',
    summary: 'show what waits for you',
    load: async () => (await import('./verbs/waiting')).waitingVerb,
  },
  {
    name: 'keep',
    summary: 'say that goals untouched for long are still true',
    load: async () => (await import('./verbs/keep')).keepVerb,
  },
  { name: 'log', summary: 'show the commits of a goal', load: async () => (await import('./verbs/log')).logVerb },
  {
    name: 'link',
    summary: 'link commits that exist to a goal',
    load: async () => (await import('./verbs/link')).linkVerb,
  },
  {
    name: 'unlink',
    summary: 'take such a link back',
    load: async () => (await import('./verbs/unlink')).unlinkVerb,
  },
  {
    name: 'import',
    summary: 'add the goals of a Markdown checklist',
    load: async () => (await import('./verbs/import')).importVerb,
  },
  {
    name: 'archive',
    summary: 'move goals closed long ago to a file of their own',
    load: async () => (await import('./verbs/archive')).archiveVerb,
  },
  {
    name: 'hooks',
    summary: 'let commits name the active goal, and git merge the shared file',
    load: async () => (await import('./verbs/hooks')).hooksVerb,
  },
  {
    name: 'resolve',
    summary: 'heal the shared file after a merge, and list what both sides changed',
    load: async () => (await import('./verbs/resolve')).resolveVerb,
  },
  {
    name: 'merge-driver',
    load: async () => (await import('./verbs/mergeDriver')).mergeDriverVerb,
  },
  {
    name: 'check',
    summary: 'look for problems in the goals files',
    load: async () => (await import('./verbs/check')).checkVerb,
  },
  {
    name: 'init',
    summary: 'make the shared file now instead of with the first team goal',
    load: async () => (await import('./verbs/init')).initVerb,
  },
];
