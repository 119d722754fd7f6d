import type { Json } from '../../core/document/json';
import type { AnyField } from '../../core/model/field';
import type { FieldContext } from '../../core/model/readFieldText';
import { readFieldText } from '../../core/model/readFieldText';
import { UsageError } from './failure';

/**
 * What an option says for a field; undefined for `none` or nothing, which clears it.
 * @throws UsageError if it says nothing that the field can hold; what the context throws.
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
