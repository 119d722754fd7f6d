import type { JsonObject } from '../document/json';
import { byCodeUnit, isObject, member } from '../document/json';
import type { Terms } from '../snapshot/pactView';
import type { Spoken } from './partyAnswers';
import { answerTo } from './partyAnswers';

/**
 * Returns the terms that all their own parties signed last, among those that are kept: a change of terms stops nothing until all have
 * signed the new ones. Undefined if no terms were ever signed by all, or one of them has taken their word back.
 */
export function termsInForce(kept: Iterable<Terms>, spokenOf: (person: string) => Spoken): Terms | undefined {
  const signed = [...kept].flatMap((terms) => {
    const at = signedAt(terms, spokenOf);
    return at === undefined ? [] : [{ terms, at }];
  });
  signed.sort((a, b) => b.at - a.at || byCodeUnit(a.terms.hash, b.terms.hash));
  return signed[0]?.terms;
}

/** Returns when the last of their parties signed the terms; undefined if somebody has not, or there is no party. */
function signedAt(terms: Terms, spokenOf: (person: string) => Spoken): number | undefined {
  const times = partiesIn(terms).map((person) => {
    const answer = answerTo(terms.hash, spokenOf(person));
    return answer === undefined || answer.values.declines ? undefined : (answer.created ?? 0);
  });
  if (times.length === 0) return undefined;
  return times.reduce((latest, time) =>
    latest === undefined || time === undefined ? undefined : Math.max(latest, time),
  );
}

/** Returns the people whom terms bind: the owner, the sponsor and the owners of the commitments. */
export function partiesIn({ value }: Terms): readonly string[] {
  const pact = objectAt(value, 'pact');
  const commitments = Object.values(objectAt(value, 'commitments')).filter(isObject);
  const named = [member(pact, 'owner'), member(pact, 'sponsor'), ...commitments.map((each) => member(each, 'owner'))];
  return [...new Set(named.filter((person) => typeof person === 'string'))].sort();
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const found = member(value, key);
  return isObject(found) ? found : {};
}
