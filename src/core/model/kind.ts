import type { Fields, FieldValues } from './field';

/** A kind of record, declared once: everything generic (reading, forms, verbs, schema) comes from this. */
export interface Kind<F extends Fields = Fields> {
  /** The first letter of the ids, e.g. `g`. */
  readonly letter: string;
  /** The name in the command line and in texts, e.g. `goal`. */
  readonly name: string;
  /** Shown to people, English; a key of the l10n bundle. */
  readonly label: string;
  /** A codicon. */
  readonly icon: string;
  readonly fields: F;
  /** One line that stands for a record in lists. */
  line(values: FieldValues<F>): string;
}

export function defineKind<F extends Fields>(kind: Kind<F>): Kind<F> {
  return kind;
}
