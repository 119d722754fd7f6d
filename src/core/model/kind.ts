import type { Json } from '../document/json';
import type { Fields, FieldValues } from './field';

/** A kind of record, declared once: everything generic (reading, forms, verbs, schema) comes from this. */
export interface Kind<F extends Fields = Fields> {
  /** The first letter of the ids, e.g. `g`. */
  readonly letter: string;
  /** Name on the command line and in texts, e.g. `check-in`. */
  readonly name: string;
  /** Name for people, in English; a key of the l10n bundle. So are `plural` and `help`. */
  readonly label: string;
  readonly plural: string;
  /** Purpose of such a record, in one sentence. */
  readonly help: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Fields that tell its records from those of other kinds with the same letter. */
  readonly where?: Readonly<Record<string, string>>;
  /**
   * Field that names the goal its records are below, or a set of goals; without it, they belong to the team as a whole. What is below a
   * set also stands by itself.
   */
  readonly below?: string;
  /** Kind of the goals its records are below, if no other makes sense. */
  readonly belowKind?: string;
  /** Field that says whose record it is; nobody else writes the record. */
  readonly author?: string;
  /** True if it has verbs and commands of its own, so that none are made from the declaration. */
  readonly ownVerbs?: true;
  /** True if a command of its own adds such a record; no form stands in for it. */
  readonly ownAdd?: true;
  /** True if the person is asked whether a record on a goal of the team is for them alone. */
  readonly mayBePersonal?: true;
  readonly shows: readonly KindFace[];
  readonly fields: F;
  /** Tells whether a record still awaits its answer, for a kind that asks something of people. */
  awaits?(values: FieldValues<F>): boolean;
  /** One-word answers, by the verb that gives them on the command line. */
  readonly answers?: Answers<F>;
  /** Returns the line that stands for a record in lists. */
  line(values: FieldValues<F>, about: LineAbout): string;
}

/** Facts that a line needs besides the record itself. */
export interface LineAbout {
  /** Returns the unit of a goal or record; empty if it has none. */
  readonly unitOf: (id: string | undefined) => string;
  /** Returns a moment in figures, in the person's time zone. */
  readonly figures: (moment: string) => string;
}

/** Returns what a record with those values is below: at most one goal, or all of a set. */
export function namedAbove({ below }: Kind, values: Readonly<Record<string, unknown>>): readonly string[] {
  const named = below === undefined ? undefined : values[below];
  if (typeof named === 'string') return [named];
  return typeof named === 'object' && named !== null ? Object.keys(named) : [];
}

/** Places that show records: rows of the tree, entries in the activity of the goal, a section of the team panel. */
export type KindFace = 'tree' | 'activity' | 'panel';

/** One-word answer to a record, such as that it is granted. */
export interface Answer<F extends Fields> {
  /** Word for the answer once it is given, e.g. `granted`. */
  readonly said: string;
  /** Explanation for the help of the command line. */
  readonly help?: string;
  /** Returns the fields that the answer sets. @param today ISO day. */
  values(today: string): Partial<FieldValues<F>> & Readonly<Record<string, Json | undefined>>;
}

type Answers<F extends Fields> = Readonly<Record<string, Answer<F>>>;

/** Declares a kind; its type keeps the names of its answers. */
export function defineKind<const F extends Fields, const A extends Answers<F>>(
  kind: Kind<F> & { readonly answers: A },
): Kind<F> & { readonly answers: A };
export function defineKind<const F extends Fields>(kind: Kind<F>): Kind<F>;
export function defineKind<F extends Fields>(kind: Kind<F>): Kind<F> {
  return kind;
}

/** Returns some members of an object, in this order. */
export function pick<Members extends object, Name extends keyof Members>(
  members: Members,
  ...names: readonly Name[]
): Pick<Members, Name> {
  return Object.fromEntries(names.map((name) => [name, members[name]])) as Pick<Members, Name>;
}
