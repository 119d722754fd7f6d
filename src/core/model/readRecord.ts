import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import type { Problem, ProblemCode } from '../document/problem';
import { parseStamp } from '../document/stamp';
import type { AnyField, Fields, FieldValues } from './field';
import type { Kind } from './kind';

export interface RecordView<F extends Fields> {
  readonly id: string;
  readonly values: FieldValues<F>;
  /** Milliseconds since 1970; undefined where the record has no valid stamp. */
  readonly created: number | undefined;
  /** When a field got its present value. */
  readonly changed: (field: keyof F & string) => number | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a raw record as its kind: a field that does not fit reads as absent and is reported, the rest is usable. */
export function readRecord<F extends Fields>(kind: Kind<F>, id: string, record: Json): RecordView<F> {
  const problems: Problem[] = [];
  if (!isObject(record)) {
    problems.push({ code: 'invalid-field', message: `${kind.label} ${id} must be an object.`, record: id });
  }
  const source = isObject(record) ? record : {};
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const { value, defect } = readField(field, member(source, name));
    values[name] = value;
    if (defect)
      problems.push({ code: defect.code, message: `${id}: "${name}" ${defect.what}.`, record: id, path: name });
  }
  const created = parseStamp(member(source, 'created'))?.millis;
  const edits = member(source, 'edits');
  const changed = (field: string): number | undefined =>
    (isObject(edits) ? parseStamp(member(edits, field))?.millis : undefined) ?? created;
  // The loop above gave every field of the kind its value or its initial one.
  return { id, values: values as FieldValues<F>, created, changed, problems };
}

interface FieldReading {
  readonly value: unknown;
  readonly defect?: { readonly code: ProblemCode; readonly what: string };
}

function readField(field: AnyField, value: Json | undefined): FieldReading {
  if (value === undefined) {
    if (!field.required) return { value: field.initial };
    return { value: field.initial, defect: { code: 'missing-field', what: 'is missing' } };
  }
  const result = field.schema.safeParse(value);
  if (result.success) return { value: result.data };
  return { value: field.initial, defect: { code: 'invalid-field', what: `must be ${field.expected}` } };
}
