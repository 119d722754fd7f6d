import { contradicts, FieldHistory, valueOf } from './fieldHistory';
import { lostWord } from './lostWord';
import type { Clone, Doubt, People, Provenance } from './provenance';
import type { StatementChange } from './statementChange';
import { firstPerson } from './statementChange';
import type { Said, Statement } from './statements';
import { SAID_FIELDS } from './statements';

/** Judges whether history bears out a statement. @param changes of this statement, parents before children. */
export async function provenanceOf(
  statement: Statement,
  changes: readonly StatementChange[],
  people: People,
  clone: Clone,
): Promise<Provenance> {
  const word = lostWord(changes);
  const lost = word === undefined ? {} : { lost: word };
  const renamed = changes.find(({ now, before }) => isRenamed(statement.by, now, before));
  if (renamed && statement.said.withdrawn !== 'true' && firstPerson(changes) !== statement.by) {
    const { commit, author } = renamed.bringer;
    return { state: 'contradicted', commit, author, ...lost };
  }
  const histories = SAID_FIELDS.map((field) => new FieldHistory(field, statement, people, clone.isAncestor));
  for (const history of histories) for (const change of changes) await history.add(change);
  const doubtful = histories.filter(({ isOwn }) => !isOwn);
  if (doubtful.length === 0) return { state: 'confirmed' };
  // Anybody may remove what was never the person's own: the person loses nothing.
  const isTakenAway = statement.said.withdrawn === 'true' && doubtful.some(({ field }) => field !== 'withdrawn');
  for (const { field, suspect, isOpen } of isTakenAway ? [] : doubtful) {
    const replica = field === 'withdrawn' ? statement.replicas.withdrawn : statement.replicas.made;
    const stamped = replica === undefined ? [] : [replica];
    if (!suspect || isOpen || !contradicts(field, suspect, statement.by, people, stamped)) continue;
    const { commit, author } = suspect.bringer;
    return { state: 'contradicted', commit, author, ...lost };
  }
  const doubts = await Promise.all(doubtful.map((history) => doubtOf(history, statement, people, clone)));
  const doubt = doubts.find(({ counts }) => !counts) ?? doubts[0];
  if (!doubt) return { state: 'confirmed' };
  return { state: 'unconfirmed', ...doubt, ...(doubt.counts ? {} : lost) };
}

/** Tells whether one person's word was put in another's name; nobody does that honestly, even with their own word. */
function isRenamed(by: string, now: Said | undefined, before: StatementChange['before']): boolean {
  return now?.by === by && before.some((said) => said?.by !== undefined && said.by !== by);
}

async function doubtOf(
  { field, suspect, returnedBy }: FieldHistory,
  { id, by, said }: Statement,
  { isSame }: People,
  { me, committed }: Clone,
): Promise<Doubt> {
  if (!suspect) {
    const stored = await committed(id);
    if (stored !== 'hidden' && valueOf(field, stored) === said[field]) return { reason: 'elsewhere', counts: true };
    // A value that no edit can have produced did not come from their keyboard.
    return { reason: 'uncommitted', counts: me !== undefined && isSame(by, me) && stored !== 'hidden' };
  }
  const { author, hidden, commit, isCut } = suspect.bringer;
  if (isCut) return { reason: 'cut', counts: true };
  const named = [returnedBy ?? author, ...hidden];
  const other = named.find((address) => !isSame(address, by));
  if (other !== undefined) return { reason: 'by others', counts: false, commit, author: other };
  const joined = named.find((address) => address !== by);
  return joined === undefined
    ? { reason: 'united', counts: true }
    : { reason: 'mailmap', counts: true, commit, author: joined };
}
