import { effectiveStamp } from '../document/change';
import type { FileReading } from '../document/fileReading';
import { documentIn } from '../document/fileReading';
import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import { parseStamp } from '../document/stamp';
import { confirmationKind } from '../model/confirmation';
import { kindOfRecord } from '../model/kinds';
import { signatureKind } from '../model/signature';

/** The records by which a person vouches for something: nobody else may bring or change what they say. */
const KINDS = [signatureKind, confirmationKind];

/** Fields that say what a person vouches for, and when: the later of two counts. Notes and the like are not among them. */
export const SAID_FIELDS = ['by', 'goal', 'for', 'terms', 'declines', 'claimed', 'created', 'withdrawn'] as const;
export type SaidField = (typeof SAID_FIELDS)[number];

/** What a record says, as text by field; undefined for a field that it does not have. */
export type Said = Readonly<Record<SaidField, string | undefined>>;

/** A record of the team by which somebody vouches for something, as the files have it now. */
export interface Statement {
  readonly id: string;
  /** Address of the person, lower-case. */
  readonly by: string;
  /** The clones that made it and that withdrew it or took that back, four characters each; undefined without a valid stamp. */
  readonly replicas: { readonly made: string | undefined; readonly withdrawn: string | undefined };
  readonly said: Said;
}

/** A file, and whose it is. */
interface Source {
  readonly scope: string;
  readonly reading: FileReading;
}

/** The statements of the team that name their person, deleted ones, too. */
export function writtenStatements(sources: readonly Source[]): readonly Statement[] {
  return sources.flatMap(({ scope, reading }) => {
    const records = scope === 'team' ? documentIn(reading)?.records : undefined;
    return [...(records ?? [])].flatMap(([id, record]) => statementIn(id, record) ?? []);
  });
}

/** The same with the file that has each: of those that several files have, what the first says counts. */
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

/** True for an id that a statement can have. */
export function isStatementId(id: string): boolean {
  return KINDS.some(({ letter }) => id.startsWith(`${letter}-`));
}

export function isSignatureId(id: string): boolean {
  return id.startsWith(`${signatureKind.letter}-`);
}

/** What a record says; @param record undefined where there is none, which says as much as a deleted one. */
export function saidIn(record: Json | undefined): Said {
  const object = isObject(record) ? record : {};
  const flag = (field: string): string => String(member(object, field) === true);
  const text = (field: string): string | undefined => {
    const value = member(object, field);
    // Nobody reads anything out of an object here, and a hostile one may be too deep to be written.
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
