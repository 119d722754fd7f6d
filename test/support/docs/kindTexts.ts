import { formKinds } from '../../../src/core/model/kinds';
import { askedFields } from '../../../src/core/rules/recordActions';

/** What the declarations of kinds say to people: keys of the bundles like the texts of the editor. */
export function kindTexts(): readonly string[] {
  return formKinds().flatMap((kind) => [
    kind.label,
    kind.plural,
    kind.help,
    ...askedFields(kind).flatMap(([, { label, help, choices = [] }]) => [
      label,
      ...(help === '' ? [] : [help]),
      ...choices,
    ]),
  ]);
}
