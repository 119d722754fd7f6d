import type { Fields, FieldValues } from './field';

/** A kind of record, declared once: everything generic (reading, forms, verbs, schema) comes from this. */
export interface Kind<F extends Fields = Fields> {
  /** The first letter of the ids, e.g. `g`. */
  readonly letter: string;
  /** The name in the command line and in texts, e.g. `check-in`. */
  readonly name: string;
  /** Shown to people, English; a key of the l10n bundle. So are `plural` and `help`. */
  readonly label: string;
  readonly plural: string;
  /** One sentence: what such a record is for. */
  readonly help: string;
  /** A codicon. */
  readonly icon: string;
  /** For a kind that shares its letter with others: the fields that tell its records from theirs. */
  readonly where?: Readonly<Record<string, string>>;
  /** The field that names the goal its records stand below; without it they belong to the team as a whole. */
  readonly below?: string;
  /** The kind of the goals its records stand below, where no other makes sense. */
  readonly belowKind?: string;
  /** The field that says whose record it is: nobody else writes it. */
  readonly author?: string;
  /** Has verbs and commands of its own, so that none are made from the declaration. */
  readonly ownVerbs?: true;
  /** Made by a command of its own, for which no form stands in. */
  readonly ownAdd?: true;
  readonly shows: readonly KindPlace[];
  readonly fields: F;
  /** One line that stands for a record in lists. */
  line(values: FieldValues<F>): string;
}

/** Rows of the tree, entries in the activity of the goal, a section of the team panel. */
export type KindPlace = 'tree' | 'activity' | 'panel';

export function defineKind<const F extends Fields>(kind: Kind<F>): Kind<F> {
  return kind;
}

/** Some members of an object, in this order. */
export function pick<Members extends object, Name extends keyof Members>(
  members: Members,
  ...names: readonly Name[]
): Pick<Members, Name> {
  return Object.fromEntries(names.map((name) => [name, members[name]])) as Pick<Members, Name>;
}
