import type { Provenance } from './provenance';
import { isCounted } from './signatureStanding';
import type { Statement } from './statements';

/** Returns the people for whom somebody else gave one of these signatures. */
export function signedForOthers(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) => proxiedPerson(statement) ?? []);
}

/** Returns the verdicts, with each signature that was given for somebody who commits here held back until they sign themselves. */
export function proxiesHeld(
  statements: readonly Statement[],
  found: ReadonlyMap<string, Provenance>,
  commitsHere: (address: string) => boolean,
): ReadonlyMap<string, Provenance> {
  const held = statements.filter((statement) => {
    const person = proxiedPerson(statement);
    return person !== undefined && commitsHere(person) && isCounted(found.get(statement.id));
  });
  if (held.length === 0) return found;
  const verdict: Provenance = { state: 'unconfirmed', reason: 'proxy', counts: false };
  return new Map([...found, ...held.map(({ id }) => [id, verdict] as const)]);
}

function proxiedPerson({ by, said }: Statement): string | undefined {
  const person = said.for?.toLowerCase();
  return person === undefined || person === by || said.withdrawn === 'true' ? undefined : person;
}
