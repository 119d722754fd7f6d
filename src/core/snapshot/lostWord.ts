import { parseStamp } from '../document/stamp';
import type { LostWord, People, Provenance } from './provenance';
import type { StatementChange } from './statementChange';
import { firstPerson, isAlone, isBroughtBy } from './statementChange';

/** What the person of a record said last in it, and where in its changes; undefined where they never said it or took it back. */
function lastWord(changes: readonly StatementChange[]): { readonly word: LostWord; readonly at: number } | undefined {
  const person = firstPerson(changes) ?? '';
  const at = changes.findLastIndex(({ bringer }) => isBroughtBy(person, bringer));
  const said = changes[at]?.now;
  const millis = parseStamp(said?.created)?.millis;
  if (said?.by !== person || said.goal === undefined || said.withdrawn === 'true' || millis === undefined)
    return undefined;
  const { goal, declines } = said;
  return { word: { by: person, party: said.for ?? person, goal, declines: declines === 'true', created: millis }, at };
}

/** Undefined where its person never said it or took it back. @param changes of the record, parents before children. */
export function lostWord(changes: readonly StatementChange[]): LostWord | undefined {
  return lastWord(changes)?.word;
}

/** A record that its person brought and that is not among the statements of the files. */
export interface GoneWord {
  readonly word: LostWord;
  /** The commit in which the person said it. */
  readonly commit: string;
  readonly found: Provenance;
}

/** Undefined where its person never said it or took it back. */
export function goneWord(
  changes: readonly StatementChange[],
  { isSame }: Pick<People, 'isSame'>,
): GoneWord | undefined {
  const last = lastWord(changes);
  if (!last) return undefined;
  const { word, at } = last;
  const commit = changes[at]?.bringer.commit ?? '';
  const bringer = changes[at + 1]?.bringer;
  const isProved = bringer !== undefined && isAlone(bringer) && !isSame(bringer.author, word.by);
  const found: Provenance = isProved
    ? { state: 'contradicted', commit: bringer.commit, author: bringer.author, lost: word }
    : { state: 'unconfirmed', reason: 'gone', counts: false, lost: word };
  return { word, commit, found };
}
