import type { Json } from '../core/document/json';
import { isObject, member } from '../core/document/json';
import type { Claim } from '../core/document/merge';
import { openDisagreements } from '../core/rules/disagreements';
import { oneLine } from '../core/text/safeText';
import { authorOfClaim } from '../git/claimAuthors';
import { readDisagreements } from '../git/disagreementFile';
import { microgoalsFolder } from '../git/gitFolder';
import { nameInTree } from '../git/healing';
import type { Repository } from '../git/repository';
import type { Place } from './openPlace';

export interface ListedClaim {
  /** null: removed. */
  readonly value: Json;
  /** Name of the author; null where it is in no commit. */
  readonly by: string | null;
}

/** Something both sides changed, for a person. */
export interface ListedDisagreement {
  readonly goal: string;
  readonly title: string;
  readonly path: string;
  readonly stands: ListedClaim;
  readonly lost: ListedClaim;
}

/** What two people changed at the same time and nobody has looked at since. */
export async function listDisagreements({ repository, shared }: Place): Promise<ListedDisagreement[]> {
  const reading = await shared.read();
  if (!repository || reading.state === 'absent' || reading.state === 'broken') return [];
  const { document } = reading;
  const file = nameInTree(repository, shared.path);
  const noted = await readDisagreements(microgoalsFolder(repository.commonDir));
  return Promise.all(
    openDisagreements(noted, file, document).map(async ({ record, path, stands, lost, tips }) => {
      const content = document.records.get(record);
      const title = isObject(content) ? member(content, 'title') : undefined;
      return {
        goal: record,
        title: typeof title === 'string' ? title : record,
        path,
        stands: await listedClaim(repository, file, stands, tips.stands),
        lost: await listedClaim(repository, file, lost, tips.lost),
      };
    }),
  );
}

async function listedClaim(repository: Repository, file: string, claim: Claim, tip?: string): Promise<ListedClaim> {
  const author = await authorOfClaim(repository, file, claim, tip);
  return { value: claim.value ?? null, by: author?.name ?? null };
}

/** One line that says what stands and what does not. */
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
