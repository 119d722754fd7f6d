import type { Json } from '../document/json';
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
  /** For a kind that asks something of people: true while no answer is there. */
  awaits?(values: FieldValues<F>): boolean;
  /** Answers of one word, by the verb that gives them in the command line. */
  readonly answers?: Answers<F>;
  /** One line that stands for a record in lists. */
  line(values: FieldValues<F>): string;
}

/** Rows of the tree, entries in the activity of the goal, a section of the team panel. */
export type KindPlace = 'tree' | 'activity' | 'panel';

/** What one word says of a record, such as that it is granted. */
export interface Answer<F extends Fields> {
  /** The word, as it is said once it is written. */
  readonly said: string;
  /** More about it, for the help of the command line. */
  readonly help?: string;
  /** The fields that it sets. @param today ISO day. */
  values(today: string): Partial<FieldValues<F>> & Readonly<Record<string, Json | undefined>>;
}

type Answers<F extends Fields> = Readonly<Record<string, Answer<F>>>;

/** Declares a kind; the names of its answers stay known. */
export function defineKind<const F extends Fields, const A extends Answers<F>>(
  kind: Kind<F> & { readonly answers: A },
): Kind<F> & { readonly answers: A };
export function defineKind<const F extends Fields>(kind: Kind<F>): Kind<F>;
export function defineKind<F extends Fields>(kind: Kind<F>): Kind<F> {
  return kind;
}

/** Some members of an object, in this order. */
export function pick<Members extends object, Name extends keyof Members>(
  members: Members,
  ...names: readonly Name[]
): Pick<Members, Name> {
  return Object.fromEntries(names.map((name) => [name, members[name]])) as Pick<Members, Name>;
}
