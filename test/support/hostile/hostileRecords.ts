import type { Json, JsonObject } from '../../../src/core/document/json';
import { KINDS } from '../../../src/core/model/kinds';
import type { AnyField } from '../../../src/core/model/field';
import type { Kind } from '../../../src/core/model/kind';

/** Records of a file that somebody made to command the terminals of others. */
export interface HostileRecords {
  readonly records: Readonly<Record<string, JsonObject>>;
  /** By the name of the kind the ids of its records. */
  readonly ids: ReadonlyMap<string, string>;
}

const CREATED = '20261101T080000000Z-0000-aaaa';
const DAY = '2026-11-20';

/**
 * Makes one record of each kind with that text wherever a field takes one, and some whose ids and fields no kind declares.
 * @param edited stamp of every field; @param person the address in every field of a person.
 */
export function hostileRecords(text: string, person: string, edited: string): HostileRecords {
  const ids = new Map(KINDS.map((kind, index) => [kind.name, idOf(kind, index)]));
  const byLetter = new Map([...KINDS].reverse().map((kind) => [kind.letter, ids.get(kind.name) ?? '']));
  const value = ({ type, of = 'g', choices = [] }: AnyField): Json | undefined => {
    switch (type) {
      case 'text':
      case 'longText':
        return text;
      case 'choice':
        return choices[0] ?? null;
      case 'person':
        return person;
      case 'date':
        return DAY;
      case 'moment':
        return `${DAY}T08:00:00Z`;
      case 'number':
        return 1;
      case 'reference':
        return byLetter.get(of.charAt(0)) ?? null;
      case 'set':
        return { [of === 'p' ? person : text]: true };
      case 'choiceEach':
        return { [text]: choices[0] ?? null };
      case 'flag':
        return undefined;
    }
  };
  const recordOf = (kind: Kind): JsonObject => {
    const fields = Object.entries(kind.fields).flatMap(([name, field]): [string, Json][] => {
      const said = name === 'parent' ? undefined : value(field);
      return said === undefined ? [] : [[name, said]];
    });
    return stamped({ ...Object.fromEntries(fields), ...kind.where, [text]: text });
  };
  const stamped = (fields: JsonObject): JsonObject => ({
    ...fields,
    created: CREATED,
    edits: Object.fromEntries(
      Object.keys(fields).map((name) => [name.replaceAll('~', '~0').replaceAll('/', '~1'), edited]),
    ),
  });
  const strange = {
    [`g-${text}`]: stamped({ title: text, status: 'open', kind: 'micro' }),
    [text]: stamped({ [text]: text }),
  };
  const known = KINDS.map((kind): [string, JsonObject] => [ids.get(kind.name) ?? '', recordOf(kind)]);
  return { records: { ...Object.fromEntries(known), ...strange }, ids };
}

function idOf({ letter }: Kind, index: number): string {
  return `${letter}-${String(index).padStart(10, '0')}`;
}
