import { foldText } from './foldText';
import { oneLine, collapseSpace } from './safeText';

/** A person who can own a goal; `id` is a lower-cased e-mail address or the id of a `p-…` record. */
export interface PersonChoice {
  readonly id: string;
  readonly name: string;
}

/** Target of a typed reference, or a sentence that says why there is none. */
export type Match = { readonly id: string; readonly label: string } | { readonly problem: string };

const ADDRESS = /^[^\s@"]+@[^\s@"]+$/;
const PERSON_ID = /^p-[0-9a-hjkmnp-tv-z]{10}$/;

/**
 * Finds the person of `@text`: by id, local part of the address, name or first name, else by a unique start of one of them. A
 * complete address or `p-…` id need not be among `people`: the owner may be new here, or gone.
 */
export function matchPerson(text: string, people: readonly PersonChoice[]): Match {
  const exact = collapseSpace(text).toLowerCase();
  const known = people.find((person) => person.id === exact);
  if (known) return { id: known.id, label: labelOf(known) };
  if (ADDRESS.test(exact) || PERSON_ID.test(exact)) return { id: exact, label: exact };
  const wanted = namePart(text);
  if (wanted !== '') {
    const tests = [(part: string) => part === wanted, (part: string) => part.startsWith(wanted)];
    for (const test of tests) {
      const found = new Map(people.filter((person) => partsOf(person).some(test)).map((person) => [person.id, person]));
      const [first] = found.values();
      if (first && found.size === 1) return { id: first.id, label: labelOf(first) };
      if (first) return { problem: `@${oneLine(text, 40)} could be ${someOf([...found.values()].map(labelWithId))}.` };
    }
  }
  return { problem: `Nobody here is called ${oneLine(text, 40)}.` };
}

/** Lists at most three of the names, so that a message stays one line. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => oneLine(name, 60));
  if (names.length > 3) return `${shown.join(', ')} or ${names.length - 3} more`;
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}

function labelOf(person: PersonChoice): string {
  return collapseSpace(person.name) || person.id;
}

function labelWithId(person: PersonChoice): string {
  return labelOf(person) === person.id ? person.id : `${labelOf(person)} (${person.id})`;
}

/** Folds a name, with blanks and dashes made the same: `@bo-lee` is Bo Lee. */
function namePart(text: string): string {
  return foldText(text).replace(/[\s_-]+/g, '-');
}

function partsOf(person: PersonChoice): string[] {
  const at = person.id.indexOf('@');
  const name = namePart(person.name);
  const parts = [namePart(person.id), name, name.split('-')[0] ?? ''];
  return at > 0 ? [...parts, namePart(person.id.slice(0, at))] : parts;
}
