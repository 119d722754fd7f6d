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
 * Finds the person of `@text`: by id, local part of the address, whole name or first name, else by any other part of the name, else by
 * the beginning of one of these; "Last, First" is a name in another order, and accents do not matter. A complete address or `p-…` id
 * need not be among `people`: the owner may be new here, or gone.
 */
export function matchPerson(text: string, people: readonly PersonChoice[]): Match {
  const exact = collapseSpace(text).toLowerCase();
  const known = people.find((person) => person.id === exact);
  if (known) return { id: known.id, label: labelOf(known) };
  if (ADDRESS.test(exact) || PERSON_ID.test(exact)) return { id: exact, label: exact };
  const wanted = spellings(text);
  const named = people.map((person) => ({ person, ...namesOf(person) }));
  for (const test of wanted.some((each) => each !== '') ? TESTS : []) {
    const found = named.filter((names) => wanted.some((each) => test(each, names))).map(({ person }) => person);
    const distinct = new Map(found.map((person) => [person.id, person]));
    const [first] = distinct.values();
    if (first && distinct.size === 1) return { id: first.id, label: labelOf(first) };
    if (first) return { problem: `@${oneLine(text, 40)} could be ${someOf([...distinct.values()].map(labelWithId))}.` };
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

/** Names that a person answers to, folded. */
interface Names {
  /** What means this person before all others: id, local part of the address, whole name, first name. */
  readonly whole: readonly string[];
  /** Single words of the name. */
  readonly parts: readonly string[];
}

/** From the surest to the most lenient. */
const TESTS: readonly ((wanted: string, names: Names) => boolean)[] = [
  (wanted, { whole }) => whole.includes(wanted),
  (wanted, { parts }) => wanted.split('-').every((word) => parts.includes(word)),
  (wanted, { whole, parts }) =>
    whole.some((name) => name.startsWith(wanted)) ||
    wanted.split('-').every((word) => parts.some((part) => part.startsWith(word))),
];

/** Folds a name in each of its spellings (Müller is Muller and Mueller), with all that separates its words made the same. */
function spellings(text: string): string[] {
  const german = text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => `${letter}e`);
  return [
    ...new Set(
      [text, german].map((each) =>
        foldText(each)
          .replace(/[\s_,.-]+/g, '-')
          .replace(/^-|-$/g, ''),
      ),
    ),
  ];
}

/** Names are folded once: a line is read at every key, with the same people. */
const NAMES = new WeakMap<PersonChoice, Names>();

function namesOf(person: PersonChoice): Names {
  const known = NAMES.get(person) ?? foldedNames(person);
  NAMES.set(person, known);
  return known;
}

function foldedNames({ id, name }: PersonChoice): Names {
  const at = id.indexOf('@');
  // "Last, First" has the first name behind the comma.
  const [last = '', first] = name.split(',');
  const usual = first === undefined ? name : `${first} ${last}`;
  const names = [name, usual].flatMap(spellings);
  const firstNames = spellings(usual).map((each) => each.split('-')[0] ?? '');
  const whole = [...spellings(at > 0 ? id.slice(0, at) : id), ...spellings(id), ...names, ...firstNames];
  return { whole, parts: names.flatMap((each) => each.split('-')).filter((part) => part !== '') };
}
