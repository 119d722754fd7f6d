import { effectiveStamp } from '../document/change';
import type { FileReading } from '../document/fileReading';
import { documentIn } from '../document/fileReading';
import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import { parseStamp } from '../document/stamp';
import { confirmationKind } from '../model/confirmation';
import { kindOfRecord } from '../model/kinds';
import { signatureKind } from '../model/signature';

/** Kinds of record by which a person vouches for something: nobody else may add or change their content. */
const KINDS = [signatureKind, confirmationKind];

/** Fields that say what a person vouches for and when: of two statements, the later counts. Notes and the like are left out. */
export const SAID_FIELDS = ['by', 'goal', 'for', 'terms', 'declines', 'claimed', 'created', 'withdrawn'] as const;
export type SaidField = (typeof SAID_FIELDS)[number];

/** Content of a record, as text by field; undefined for a missing field. */
export type Said = Readonly<Record<SaidField, string | undefined>>;

/** A team record by which somebody vouches for something, as it is in the files now. */
export interface Statement {
  readonly id: string;
  /** Address of the person, lower-case. */
  readonly by: string;
  /** Clones that created it and that withdrew or restored it, four characters each; undefined without a valid stamp. */
  readonly replicas: { readonly made: string | undefined; readonly withdrawn: string | undefined };
  readonly said: Said;
}

/** A file and its scope. */
interface Source {
  readonly scope: string;
  readonly reading: FileReading;
}

/** Returns the team's statements that name their person, including deleted ones. */
export function writtenStatements(sources: readonly Source[]): readonly Statement[] {
  return sources.flatMap(({ scope, reading }) => {
    const records = scope === 'team' ? documentIn(reading)?.records : undefined;
    return [...(records ?? [])].flatMap(([id, record]) => statementIn(id, record) ?? []);
  });
}

/** Returns the same statements, each with its file; if several files contain one, the first file counts. */
export function firstStatements(
  sources: readonly (Source & { readonly path: string })[],
): readonly { readonly statement: Statement; readonly source: string }[] {
  const seen = new Set<string>();
  return sources.flatMap((source) =>
    writtenStatements([source]).flatMap((statement) => {
      if (seen.has(statement.id)) return [];
      seen.add(statement.id);
      return [{ statement, source: source.path }];
    }),
  );
}

function statementIn(id: string, record: Json): Statement | undefined {
  if (!isObject(record) || !isStatementId(id) || !KINDS.some((kind) => kind === kindOfRecord(id, record)))
    return undefined;
  const by = member(record, 'by');
  if (typeof by !== 'string') return undefined;
  const replicas = {
    made: parseStamp(member(record, 'created'))?.replica,
    withdrawn: parseStamp(effectiveStamp(record, 'deleted'))?.replica,
  };
  return { id, by: by.toLowerCase(), replicas, said: saidIn(record) };
}

/** Tells whether an id can belong to a statement. */
export function isStatementId(id: string): boolean {
  return KINDS.some(({ letter }) => id.startsWith(`${letter}-`));
}

export function isSignatureId(id: string): boolean {
  return id.startsWith(`${signatureKind.letter}-`);
}

/** Returns the content of a record. @param record undefined if there is none, which means the same as a deleted one. */
export function saidIn(record: Json | undefined): Said {
  const object = isObject(record) ? record : {};
  const flag = (field: string): string => String(member(object, field) === true);
  const text = (field: string): string | undefined => {
    const value = member(object, field);
    // No statement uses an object here, and a hostile one may be too deep to serialise.
    return value === undefined || typeof value === 'object' ? undefined : String(value);
  };
  return {
    goal: text('goal'),
    by: text('by')?.toLowerCase(),
    for: text('for')?.toLowerCase(),
    terms: text('terms'),
    claimed: text('claimed'),
    created: text('created'),
    declines: flag('declines'),
    withdrawn: isObject(record) ? flag('deleted') : 'true',
  };
}
