import type { Verb } from './terminal/verb';

interface Entry {
  readonly name: string;
  /** Purpose of the verb; undefined for a verb that only programs call: no list shows it. */
  readonly summary?: string;
  /** Loads the verb when it is called: no verb pays for another one. */
  readonly load: () => Promise<Verb>;
}

const ENTRIES: readonly Entry[] = [
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
    summary: 'take on a goal that others made for you',
    load: async () => (await import('./verbs/answer')).acceptVerb,
  },
  {
    name: 'decline',
    summary: 'decline a goal that others made for you',
    load: async () => (await import('./verbs/answer')).declineVerb,
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

export async function findVerb(name: string): Promise<Verb | undefined> {
  const entry = ENTRIES.find((each) => each.name === name);
  return entry ? entry.load() : findKindVerb(name);
}

/** Returns the verb of a kind of record; every kind gets one from its declaration. */
async function findKindVerb(name: string): Promise<Verb | undefined> {
  const { kindNamed } = await import('../core/model/kinds');
  const kind = kindNamed(name);
  return kind && (await import('./kinds/kindVerb')).kindVerb(kind);
}

interface Summary {
  readonly name: string;
  readonly summary: string;
}

/** Returns every verb for people with its purpose, in display order. */
export async function verbSummaries(): Promise<Summary[]> {
  return [...verbsOfGoals(), ...(await verbsOfKinds())];
}

function verbsOfGoals(): Summary[] {
  return ENTRIES.flatMap(({ name, summary }) => (summary === undefined ? [] : [{ name, summary }]));
}

async function verbsOfKinds(): Promise<Summary[]> {
  const { formKinds } = await import('../core/model/kinds');
  return formKinds().map(({ name, help }) => ({
    name,
    summary: help.charAt(0).toLowerCase() + help.slice(1).replace(/\.$/, ''),
  }));
}

export async function overview(): Promise<string> {
  const [goals, kinds] = [verbsOfGoals(), await verbsOfKinds()];
  const width = Math.max(...[...goals, ...kinds].map(({ name }) => name.length));
  const line = ({ name, summary }: Summary): string => `  ${name.padEnd(width)}  ${summary}`;
  return [
    'Usage: microgoals [-C DIR] COMMAND …',
    '',
    'Small goals beside your code: your own, and those of the team in .microgoals/goals.json.',
    '',
    ...goals.map(line),
    '',
    'What a team agrees on, each with add, list, show, edit and rm:',
    '',
    ...kinds.map(line),
    '',
    'microgoals COMMAND --help says more. An ID may be cut short as long as it stays unique.',
    'Exit code: 0 done, 1 a problem was found, 2 the command line is wrong.',
  ].join('\n');
}
