import { formKinds } from '../../../src/core/model/kinds';
import { askedFields } from '../../../src/core/rules/recordActions';
import { OKR_TEXTS } from '../../../src/core/rules/okrTexts';
import { REFUSALS } from '../../../src/core/rules/verification';

/** What the declarations of kinds and their rules say to people: keys of the bundles like the texts of the editor. */
export function kindTexts(): readonly string[] {
  const declared = formKinds().flatMap((kind) => [
    kind.label,
    kind.plural,
    kind.help,
    ...askedFields(kind).flatMap(([, { label, help, choices = [] }]) => [
      label,
      ...(help === '' ? [] : [help]),
      ...choices,
    ]),
  ]);
  return [...declared, ...Object.values(REFUSALS), ...Object.values(OKR_TEXTS)];
}
