import type { GoalFields } from '../../core/changes/goalActions';
import { fieldContext } from './fieldContext';
import type { FieldName } from '../terminal/goalOptions';
import { FIELD_NAMES } from '../terminal/goalOptions';
import type { VerbPlace } from './verbPlace';
import { readFieldValue } from '../terminal/readFieldValue';

/**
 * The fields that options set, by name; undefined for one that is to be cleared.
 * @throws UsageError if a value does not fit.
 */
export async function readOptions(
  values: Partial<Record<FieldName, string>>,
  place: VerbPlace,
): Promise<Partial<Pick<GoalFields, FieldName>>> {
  const given = FIELD_NAMES.filter((name) => values[name] !== undefined);
  if (given.length === 0) return {};
  // Loaded only now: the schemas cost more than all the rest of adding a goal.
  const { goalKind } = await import('../../core/model/goal');
  const context = fieldContext(place);
  const read = new Map<FieldName, unknown>();
  for (const name of given) {
    read.set(name, await readFieldValue(name, goalKind.fields[name], values[name] ?? '', context));
  }
  // The schemas of the fields have just proved the types.
  return Object.fromEntries(read);
}
