import { parseStamp } from '../document/stamp';
import type { LostWord, People, Provenance } from './provenance';
import { contradicts } from './fieldHistory';
import type { StatementChange } from './statementChange';
import { firstPerson, isAlone, isBroughtBy } from './statementChange';
import type { Said } from './statements';
import { SAID_FIELDS } from './statements';

/** Returns the last word of a record's person and its place in the changes; undefined if they never said it or took it back. */
function lastWord(
  changes: readonly StatementChange[],
  mayBeTheirs: (change: StatementChange, person: string) => boolean = () => false,
): { readonly word: LostWord; readonly said: Said; readonly at: number } | undefined {
  const person = firstPerson(changes) ?? '';
  const own = changes.findLastIndex(({ bringer }) => isBroughtBy(person, bringer));
  // A refusal that somebody else landed counts, too: it binds nobody.
  const at =
    own >= 0 ? own : changes.findLastIndex((change) => change.now?.declines === 'true' && mayBeTheirs(change, person));
  const said = changes[at]?.now;
  const millis = parseStamp(said?.created)?.millis;
  if (said?.by !== person || said.goal === undefined || said.withdrawn === 'true' || millis === undefined)
    return undefined;
  const { goal, declines } = said;
  const word = { by: person, party: said.for ?? person, goal, declines: declines === 'true', created: millis };
  return { word, said, at };
}

/** Returns the person's last word; undefined if they never said it or took it back. @param changes of the record, parents first. */
export function lostWord(changes: readonly StatementChange[]): LostWord | undefined {
  return lastWord(changes)?.word;
}

/** A record that its person added and that is no longer among the statements in the files. */
export interface GoneWord {
  readonly word: LostWord;
  /** Commits that added the record, on any branch. */
  readonly commits: readonly string[];
  readonly found: Provenance;
}

/** Returns the person's last word in a gone record; undefined if they never said it or took it back. */
export function goneWord(changes: readonly StatementChange[], people: People): GoneWord | undefined {
  const last = lastWord(changes, (change, by) => !contradicts('by', change, by, people, change.bringer.replicas));
  if (!last) return undefined;
  const { word, said, at } = last;
  const isSaid = ({ now }: StatementChange): boolean =>
    now !== undefined && SAID_FIELDS.every((field) => now[field] === said[field]);
  const commits = changes.filter(isSaid).map(({ bringer }) => bringer.commit);
  const bringer = changes.find((change, index) => index > at && !isSaid(change))?.bringer;
  const isProved = bringer !== undefined && isAlone(bringer) && !people.isSame(bringer.author, word.by);
  const found: Provenance = isProved
    ? { state: 'contradicted', commit: bringer.commit, author: bringer.author, lost: word }
    : { state: 'unconfirmed', reason: 'gone', counts: false, lost: word };
  return { word, commits, found };
}
