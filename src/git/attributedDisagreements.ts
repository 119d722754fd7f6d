import type { GoalDocument } from '../core/document/goalDocument';
import { isObject, member } from '../core/document/json';
import type { OpenDisagreement } from '../core/rules/disagreements';
import { openDisagreements } from '../core/rules/disagreements';
import type { ClaimAuthor } from './claimAuthors';
import { authorOfClaim } from './claimAuthors';
import { readDisagreements } from './disagreementFile';
import { microgoalsFolder } from './gitFolder';
import { nameInTree } from './healing';
import type { Repository } from './repository';

/** Something both sides changed, with whoever did; an author is undefined where no commit holds the value. */
export interface AttributedDisagreement extends OpenDisagreement {
  readonly title: string;
  readonly standsBy: ClaimAuthor | undefined;
  readonly lostBy: ClaimAuthor | undefined;
}

/**
 * What two people changed at the same time and nobody has settled since.
 * @param file absolute path of the goals file; @param document what it holds.
 */
export async function attributedDisagreements(
  repository: Repository,
  file: string,
  document: GoalDocument,
): Promise<AttributedDisagreement[]> {
  const name = nameInTree(repository, file);
  const noted = await readDisagreements(microgoalsFolder(repository.commonDir));
  return Promise.all(
    openDisagreements(noted, name, document).map(async (each) => {
      const record = document.records.get(each.record);
      const title = isObject(record) ? member(record, 'title') : undefined;
      return {
        ...each,
        title: typeof title === 'string' ? title : each.record,
        standsBy: await authorOfClaim(repository, name, each.stands, each.tips.stands),
        lostBy: await authorOfClaim(repository, name, each.lost, each.tips.lost),
      };
    }),
  );
}
