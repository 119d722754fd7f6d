import type { BurnUpRevision } from '../core/reports/burnUp';
import type { Aliases } from '../core/model/onePerson';
import { NO_ALIASES, personOf } from '../core/model/onePerson';
import type { CommitAuthor } from '../core/snapshot/linkedCommit';
import type { Snapshot, SourceReading } from '../core/snapshot/snapshot';
import { proxiesHeld, signedForOthers } from '../core/snapshot/proxiesHeld';
import type { Statement } from '../core/snapshot/statements';
import type { BranchFiles } from '../git/branches/branchFiles';
import type { Repository } from '../git/run/repository';
import { systemRandom } from '../store/nodePorts';
import type { Place } from './openPlace';

// Git's facts about a place. Each call asks git anew, so frequent callers keep the answer. Git code is loaded with the first question.

/**
 * Returns the address that stands for the person at the keyboard, in lower case; undefined if neither the settings nor git name one.
 * Of addresses that `.mailmap` joins it is the one that git shows.
 */
export async function myAddress(place: Pick<Place, 'repository' | 'email'>): Promise<string | undefined> {
  const { email } = await personHere(place);
  return email === '' ? undefined : personOf(email, await aliasesOf([], place));
}

/**
 * Returns the further addresses of people in these texts and of the person at the keyboard, each with the one that stands for the
 * person. @throws GitError
 */
export async function aliasesOf(
  texts: readonly string[],
  place: Pick<Place, 'repository' | 'email'>,
): Promise<Aliases> {
  const { repository } = place;
  if (!repository) return NO_ALIASES;
  const { joinedAddresses } = await import('../git/people/joinedAddresses');
  const addresses = (): string[] =>
    texts.flatMap((text) => Array.from(text.matchAll(ADDRESS), ([, email = '']) => email.toLowerCase()));
  return joinedAddresses(repository, () => personHere(place), addresses);
}

/** Returns the texts of files, for `aliasesOf`. */
export function textsOf(sources: readonly SourceReading[]): readonly string[] {
  return sources.flatMap(({ reading }) => ('text' in reading ? [reading.text] : []));
}

/** Address as a JSON text has it. */
const ADDRESS = /"([^"\\\s<>]+@[^"\\\s<>]+)"/g;

/** Returns the person at the keyboard as the settings name them, otherwise as git does. */
async function personHere({ repository, email }: Pick<Place, 'repository' | 'email'>): Promise<CommitAuthor> {
  if (!repository) return { name: '', email };
  const { configuredPerson } = await import('../git/run/repositoryFacts');
  const found = await configuredPerson(repository);
  return email === '' ? found : { ...found, email };
}

/** Returns the names of all committers, by address. */
export async function committers({ repository }: Pick<Place, 'repository'>): Promise<ReadonlyMap<string, string>> {
  if (!repository) return new Map();
  const { authors } = await import('../git/run/repositoryFacts');
  return new Map((await authors(repository)).map(({ email, name }) => [email, name]));
}

/** Tells whether a person has commits here, so that nobody else's word holds for theirs. */
export async function commitsHere(person: string, place: Pick<Place, 'repository'>): Promise<boolean> {
  return (await committers(place)).has(person);
}

/** Returns the id of the active goal of this work tree. */
export async function activeGoal({ repository }: Pick<Place, 'repository'>): Promise<string | undefined> {
  if (!repository) return undefined;
  const { readEffectiveGoal } = await import('../git/log/activeGoal');
  const active = await readEffectiveGoal(repository);
  return active.state === 'active' ? active.id : undefined;
}

/** Returns the reader of other branches' goals; it remembers the versions it has read. */
export async function branchFiles({
  repository,
  team,
}: Pick<Place, 'repository' | 'team'>): Promise<BranchFiles | undefined> {
  if (!repository || !team) return undefined;
  const { BranchFiles } = await import('../git/branches/branchFiles');
  return new BranchFiles(repository, team.path);
}

/**
 * Returns the provenance of signatures and confirmations, as history tells it.
 * @param me address of the clone's owner. @throws GitError
 */
export async function provenanceOf(
  { repository, team, archive }: Pick<Place, 'repository' | 'team' | 'archive'>,
  statements: readonly Statement[],
  me: string | undefined,
): Promise<Snapshot['provenance']> {
  if (!repository || statements.length === 0) return new Map();
  const { knownProvenance } = await import('../git/people/knownProvenance');
  const files = [team?.path, archive?.path].filter((each) => each !== undefined);
  const found = await knownProvenance(repository, { files, statements, me });
  return heldBack(repository, statements, found);
}

/** Returns the verdicts with the signatures held back that were given for people who commit here. */
export async function heldBack(
  repository: Repository,
  statements: readonly Statement[],
  found: Snapshot['provenance'],
): Promise<Snapshot['provenance']> {
  if (signedForOthers(statements).length === 0) return found;
  const here = await committers({ repository });
  return proxiesHeld(statements, found, (address) => here.has(address));
}

/** Returns the states of a goal in the committed versions of the shared file. @throws GitError */
export async function revisionsOf(
  { repository, team }: Pick<Place, 'repository' | 'team'>,
  id: string,
): Promise<readonly BurnUpRevision[]> {
  if (!repository || !team) return [];
  const { goalHistory } = await import('../git/files/goalHistory');
  return (await goalHistory(repository, team.path, id)).revisions;
}

/** Records in the person's own file the commits made for a personal goal since the last look. @throws GitError, GoalFileError */
export async function keepCommits({ repository, files }: Pick<Place, 'repository' | 'files'>): Promise<void> {
  const own = files.find(({ scope }) => scope === 'personal')?.file;
  if (!repository || !own) return;
  const { keepPersonalCommits } = await import('../git/log/keepPersonalCommits');
  await keepPersonalCommits(repository, own, systemRandom);
}
