import { goneWord } from '../../core/snapshot/lostWord';
import type { Clone, People, Provenance } from '../../core/snapshot/provenance';
import { provenanceOf } from '../../core/snapshot/provenanceOf';
import type { Said, Statement } from '../../core/snapshot/statements';
import { isSignatureId, writtenStatements } from '../../core/snapshot/statements';
import { fileAtRevision } from '../files/fileAtRevision';
import { fileChanges } from '../files/fileChanges';
import { isTransformed } from '../files/isTransformed';
import { mailmapped } from './mailmapped';
import type { Repository } from '../run/repository';
import { headCommit } from '../run/repositoryFacts';
import { runGit } from '../run/runGit';
import type { WalkState } from './statementWalk';
import { contentOf, StatementWalk } from './statementWalk';

const ADDRESS = /^[^\s<>]+$/;

/** Statements to look up in history. */
export interface Asked {
  /** Absolute paths of the shared file and its archive; the first one takes precedence. */
  readonly files: readonly string[];
  readonly statements: readonly Statement[];
  /** Address of the clone's owner; undefined if it is unknown. */
  readonly me: string | undefined;
}

/** Result of an earlier reading, and the commits whose history it has read. */
export interface ReadHistory {
  readonly tips: readonly string[];
  readonly walk: WalkState;
}

export interface FoundProvenance {
  readonly found: ReadonlyMap<string, Provenance>;
  /** State for the next reading. */
  readonly walk: WalkState;
}

/**
 * Returns the provenance of the statements, by id, from the history of all branches and tags.
 * @param before earlier reading that need not be repeated; all of it must still be in the history of a branch or tag. @throws GitError
 */
export async function statementProvenance(
  repository: Repository,
  { files, statements, me }: Asked,
  before?: ReadHistory,
): Promise<FoundProvenance> {
  const walk = new StatementWalk(before?.walk);
  for await (const change of fileChanges(repository, files, contentOf, { without: before?.tips })) walk.add(change);
  const people = await peopleOf(
    repository,
    [...statements.map(({ by }) => by), ...(me === undefined ? [] : [me])],
    walk,
  );
  const clone = {
    me: me?.toLowerCase(),
    isAncestor: ancestry(repository),
    committed: committed(repository, files),
  };
  const found = new Map<string, Provenance>();
  for (const statement of statements) {
    found.set(statement.id, await provenanceOf(statement, walk.changesOf(statement.id), people, clone));
  }
  for (const [id, gone] of await goneStatements(repository, statements, walk, people)) found.set(id, gone);
  return { found, walk: walk.state };
}

/** Returns, by id, signatures beyond the requested ones that their persons never took back and that this branch once had. */
async function goneStatements(
  { root }: Repository,
  statements: readonly Statement[],
  walk: StatementWalk,
  people: People,
): Promise<readonly (readonly [string, Provenance])[]> {
  const here = new Set(statements.map(({ id }) => id));
  const goals = new Set(statements.map(({ said }) => said.goal));
  const words = [...walk.ids].flatMap((id) => {
    const gone = here.has(id) || !isSignatureId(id) ? undefined : goneWord(walk.changesOf(id), people);
    return gone && goals.has(gone.word.goal) ? [[id, gone] as const] : [];
  });
  if (words.length === 0) return [];
  const commits = words.flatMap(([, gone]) => gone.commits);
  const input = ['^HEAD', ...commits].map((line) => `${line}\n`).join('');
  // A commit that git does not know is no evidence.
  const elsewhere = await runGit(root, ['rev-list', '--stdin'], { input }).catch(() => commits.join('\n'));
  const others = new Set(elsewhere.split('\n'));
  return words.flatMap(([id, gone]) =>
    gone.commits.every((commit) => others.has(commit)) ? [] : [[id, gone.found] as const],
  );
}

/** Returns a function that tells whether one commit is an ancestor of another; it asks git once about each pair. */
function ancestry({ root }: Repository): Clone['isAncestor'] {
  const known = new Map<string, Promise<boolean>>();
  const ask = (commit: string, later: string): Promise<boolean> =>
    runGit(root, ['merge-base', '--is-ancestor', commit, later]).then(
      () => true,
      () => false,
    );
  return (commit, later) => {
    const pair = `${commit} ${later}`;
    const asked = known.get(pair) ?? ask(commit, later);
    known.set(pair, asked);
    return asked;
  };
}

/** Returns a function that looks up statements in HEAD's files, which it reads once, on the first call. */
function committed(repository: Repository, files: readonly string[]): Clone['committed'] {
  let reading: Promise<ReadonlyMap<string, Said> | undefined> | undefined;
  const read = async (): Promise<ReadonlyMap<string, Said> | undefined> => {
    const head = await headCommit(repository);
    if (head === undefined) return new Map();
    if (await isTransformed(repository, files)) return undefined;
    const readings = await Promise.all(files.map((file) => fileAtRevision(repository, head, file)));
    if (readings.some(({ state }) => state === 'broken')) return undefined;
    const sources = readings.map((each) => ({ scope: 'team', reading: each }));
    // The first file that has the statement takes precedence.
    return new Map(writtenStatements(sources.reverse()).map(({ id, said }) => [id, said]));
  };
  return async (id) => {
    const found = await (reading ??= read());
    return found ? found.get(id) : 'hidden';
  };
}

async function peopleOf({ root }: Repository, others: readonly string[], walk: StatementWalk): Promise<People> {
  const named = [...walk.addresses, ...others].filter((each) => ADDRESS.test(each));
  const people = [...new Set(named)].map((email) => ({ name: '', email }));
  const nameOf = await mailmapped(root, people);
  const mapped = new Map(people.map((person) => [person.email, nameOf(person)?.email ?? person.email]));
  const mappedTo = (address: string): string => mapped.get(address) ?? address;
  return {
    clones: walk.clones,
    isSame: (address, other) => address === other || mappedTo(address) === mappedTo(other),
  };
}
