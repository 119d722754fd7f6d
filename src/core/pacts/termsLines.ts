import type { Json, JsonObject } from '../document/json';
import { byCodeUnit, isObject, member, sameJson } from '../document/json';
import { commitmentKind } from '../model/commitment';
import type { Kind } from '../model/kind';
import { kpiKind } from '../model/kpi';
import { pactKind } from '../model/pact';
import { resourceKind } from '../model/resource';
import type { TermsPart } from './pactTerms';
import { TERMS_FIELDS } from './pactTerms';
import type { Terms } from '../snapshot/pactView';

const KINDS: Readonly<Record<TermsPart, Kind>> = {
  pact: pactKind,
  commitments: commitmentKind,
  resources: resourceKind,
  kpis: kpiKind,
};

/** Line of the terms that people sign. */
export interface TermsLine {
  /** Key that is the same for the same thing in other terms: the field, or the id of a commitment, resource or KPI. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** Words for terms, in the language of the reader. */
export interface TermsWords {
  readonly person: (address: string) => string;
  /** Returns a text of a declaration in the language of the reader. */
  readonly label: (text: string) => string;
}

/** Returns terms for people to read: the fields of the pact, then the commitments of its members, its resources and its KPIs. */
export function termsLines({ value }: Terms, words: TermsWords): TermsLine[] {
  const pact = objectAt(value, 'pact');
  const own = TERMS_FIELDS.pact.flatMap((name): TermsLine[] => {
    const said = member(pact, name);
    const label = words.label(pactKind.fields[name].label);
    return said === undefined ? [] : [{ key: name, label, text: valueText('pact', name, said, words) }];
  });
  return [...own, ...(['commitments', 'resources', 'kpis'] as const).flatMap((part) => partLines(value, part, words))];
}

function partLines(value: JsonObject, part: Exclude<TermsPart, 'pact'>, words: TermsWords): TermsLine[] {
  const kind = KINDS[part];
  return Object.entries(objectAt(value, part))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, record]) => ({
      key: id,
      label: words.label(kind.label),
      text: TERMS_FIELDS[part]
        .flatMap((name) => {
          const said = isObject(record) ? member(record, name) : undefined;
          return said === undefined ? [] : [partText(part, name, said, words)];
        })
        .join(' · '),
    }));
}

/** Returns a field as text: title and owner by themselves, any other field with its label. */
function partText(part: TermsPart, name: string, said: Json, words: TermsWords): string {
  const text = valueText(part, name, said, words);
  const isPlain = name === 'title' || name === 'owner';
  return isPlain ? text : `${words.label(KINDS[part].fields[name]?.label ?? name)}: ${text}`;
}

function valueText(part: TermsPart, name: string, said: Json, { person, label }: TermsWords): string {
  if (typeof said !== 'string') return JSON.stringify(said);
  const type = KINDS[part].fields[name]?.type;
  return type === 'person' ? person(said) : type === 'choice' ? label(said) : said;
}

export interface TermsChange {
  readonly label: string;
  /** Undefined if it was not there. */
  readonly before: string | undefined;
  /** Undefined if it is not there any more. */
  readonly after: string | undefined;
}

/** Returns the differences between two terms, in the order of reading. */
export function termsDifference(before: Terms, after: Terms, words: TermsWords): TermsChange[] {
  if (sameJson(before.value, after.value)) return [];
  const [old, present] = [termsLines(before, words), termsLines(after, words)];
  const known = new Map(old.map((line) => [line.key, line]));
  const kept = new Set(present.map(({ key }) => key));
  return [
    ...present.flatMap(({ key, label, text }): TermsChange[] => {
      const past = known.get(key);
      return past?.text === text ? [] : [{ label, before: past?.text, after: text }];
    }),
    ...old
      .filter(({ key }) => !kept.has(key))
      .map(({ label, text }): TermsChange => ({ label, before: text, after: undefined })),
  ];
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const found = member(value, key);
  return isObject(found) ? found : {};
}
