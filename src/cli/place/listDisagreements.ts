import { documentIn } from '../../core/document/fileReading';
import type { Json } from '../../core/document/json';
import type { GoalFile } from '../../core/space/goalSources';
import type { Claim } from '../../core/document/merge';
import { oneLine } from '../../core/text/safeText';
import { attributedDisagreements } from '../../git/people/attributedDisagreements';
import type { ClaimAuthor } from '../../git/people/stampAuthors';
import type { Repository } from '../../git/run/repository';
import type { VerbPlace } from './verbPlace';

export interface ListedClaim {
  /** Value that one side set; null if it removed the value. */
  readonly value: Json;
  /** Name of the author; null if no commit has the value. */
  readonly by: string | null;
}

/** Field that both sides changed, in a form for people. */
export interface ListedDisagreement {
  readonly goal: string;
  readonly title: string;
  readonly path: string;
  readonly stands: ListedClaim;
  readonly lost: ListedClaim;
}

/** Returns the changes that two people made at the same time and that nobody has looked at since. */
export async function listDisagreements({ repository, shared, archive }: VerbPlace): Promise<ListedDisagreement[]> {
  if (!repository) return [];
  const found = await Promise.all([shared, archive].map((file) => disagreementsIn(repository, file)));
  return found.flat();
}

async function disagreementsIn(repository: Repository, file: GoalFile): Promise<ListedDisagreement[]> {
  const document = documentIn(await file.read());
  if (!document) return [];
  const open = await attributedDisagreements(repository, file.path, document);
  return open.map(({ record, title, path, stands, standsBy, lost, lostBy }) => ({
    goal: record,
    title,
    path,
    stands: listedClaim(stands, standsBy),
    lost: listedClaim(lost, lostBy),
  }));
}

function listedClaim({ value }: Claim, author: ClaimAuthor | undefined): ListedClaim {
  return { value: value ?? null, by: author?.name ?? null };
}

/** Says in one line which value stands and which one lost. */
export function disagreementLine({ goal, title, path, stands, lost }: ListedDisagreement): string {
  const name = `${goal} ${oneLine(title, 60)}`;
  if (path === 'deleted') return `${name}: deleted by ${who(stands)} while ${who(lost)} edited it.`;
  return `${name}: ${path} is ${shown(stands)} (${who(stands)}), not ${shown(lost)} (${who(lost)}).`;
}

function shown({ value }: ListedClaim): string {
  return value === null ? 'removed' : oneLine(JSON.stringify(value), 60);
}

function who({ by }: ListedClaim): string {
  return by === null ? 'somebody' : oneLine(by, 40);
}
