import type { GoalFields } from '../../core/changes/goalActions';
import { fieldContext } from './fieldContext';
import type { FieldName } from '../terminal/goalOptions';
import { FIELD_NAMES } from '../terminal/goalOptions';
import type { VerbPlace } from './verbPlace';
import { readFieldValue } from '../terminal/readFieldValue';

/**
 * Reads the fields that options set, by name; a field that is to be cleared is undefined.
 * @throws UsageError if a value does not fit.
 */
export async function readOptions(
  values: Partial<Record<FieldName, string>>,
  place: VerbPlace,
): Promise<Partial<Pick<GoalFields, FieldName>>> {
  const given = FIELD_NAMES.filter((name) => values[name] !== undefined);
  if (given.length === 0) return {};
  // Loaded only now: the schemas cost more than everything else about adding a goal.
  const { goalKind } = await import('../../core/model/goal');
  const context = fieldContext(place);
  const read = new Map<FieldName, unknown>();
  for (const name of given) {
    read.set(name, await readFieldValue(name, goalKind.fields[name], values[name] ?? '', context));
  }
  // The schemas of the fields have just proved the types.
  return Object.fromEntries(read);
}
