import { UsageError } from './terminal/failure';
import { meant } from './terminal/meant';
import type { Verb } from './terminal/verb';
import { ENTRIES } from './verbEntries';

/** Short names; a table of what people type, not shown in lists. */
const ALIASES: Readonly<Record<string, string>> = { kr: 'key-result', okr: 'objective' };

/** Returns the verb of that name. @throws UsageError with the name that was probably meant if there is none. */
export async function verbNamed(name: string): Promise<Verb> {
  const known = ALIASES[name] ?? name;
  const entry = ENTRIES.find((each) => each.name === known);
  if (entry) return entry.load();
  if (name === 'goal') return goalVerb;
  const verb = await verbOfKind(known);
  if (verb) return verb;
  const names = (await verbSummaries()).map((each) => each.name);
  throw new UsageError(`"${name}" is not a command.${meant(name, names)} microgoals help lists the commands.`);
}

const GOAL_VERBS = ['add', 'list', 'show', 'edit', 'rm', 'done', 'reopen'];

/** Verb for people who type the noun first, as for every kind: `goal add` is `add`. */
const goalVerb: Verb = {
  usage: `goal ${GOAL_VERBS.join('|')} …`,
  help: 'The same as without "goal": microgoals goal add TEXT is microgoals add TEXT.',
  async run([name = '', ...rest], context) {
    if (GOAL_VERBS.includes(name)) return (await verbNamed(name)).run(rest, context);
    throw new UsageError(`What about it?${meant(name, GOAL_VERBS)} microgoals goal ${GOAL_VERBS.join('|')}`);
  },
};

/** Returns the verb of a kind of record; every kind gets one from its declaration. */
async function verbOfKind(name: string): Promise<Verb | undefined> {
  const { kindNamed } = await import('../core/model/kinds');
  const kind = kindNamed(name);
  return kind && (await import('./kinds/kindVerb')).kindVerb(kind);
}

export interface Summary {
  readonly name: string;
  readonly summary: string;
}

/** Returns every verb for people with its purpose, in display order. */
export async function verbSummaries(): Promise<Summary[]> {
  return [...summariesOfVerbs(), ...(await summariesOfKinds())];
}

export function summariesOfVerbs(): Summary[] {
  return ENTRIES.flatMap(({ name, summary }) => (summary === undefined ? [] : [{ name, summary }]));
}

export async function summariesOfKinds(): Promise<Summary[]> {
  const { formKinds } = await import('../core/model/kinds');
  return formKinds().map(({ name, help }) => ({
    name,
    summary: help.charAt(0).toLowerCase() + help.slice(1).replace(/\.$/, ''),
  }));
}
