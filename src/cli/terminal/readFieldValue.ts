import type { Json } from '../../core/document/json';
import type { AnyField } from '../../core/model/field';
import type { FieldContext } from '../../core/model/readFieldText';
import { readFieldText } from '../../core/model/readFieldText';
import { UsageError } from './failure';

/**
 * Reads the value that an option gives a field; undefined for `none` or an empty text, which clears the field.
 * @throws UsageError if the field cannot hold the value; also what the context throws.
 */
export async function readFieldValue(
  name: string,
  field: AnyField,
  text: string,
  context: FieldContext,
): Promise<Json | undefined> {
  const reading = await readFieldText(field, text, context);
  if ('value' in reading) return reading.value;
  throw new UsageError(reading.what === undefined ? reading.problem : `--${name} ${reading.what}.`);
}
