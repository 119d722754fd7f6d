import type { GoalDocument } from '../core/document/goalDocument';
import type { OpenDisagreement } from '../core/rules/disagreements';
import { openDisagreements } from '../core/rules/disagreements';
import type { ClaimAuthor } from './claimAuthors';
import { authorOfClaim } from './claimAuthors';
import { readDisagreements } from './disagreementFile';
import { microgoalsFolder } from './gitFolder';
import { nameInTree } from './pathInTree';
import type { Repository } from './repository';

/** Whoever brought the two values; undefined where no commit holds one. */
export interface DisagreementAuthors {
  readonly standsBy: ClaimAuthor | undefined;
  readonly lostBy: ClaimAuthor | undefined;
}

/** Something both sides changed, with whoever did. */
export type AttributedDisagreement = OpenDisagreement & DisagreementAuthors;

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
    openDisagreements(noted, name, document).map(async (each) => ({
      ...each,
      ...(await disagreementAuthors(repository, file, each)),
    })),
  );
}

/** @param file absolute path of the goals file. */
export async function disagreementAuthors(
  repository: Repository,
  file: string,
  { stands, lost, tips }: OpenDisagreement,
): Promise<DisagreementAuthors> {
  const name = nameInTree(repository, file);
  const [standsBy, lostBy] = await Promise.all([
    authorOfClaim(repository, name, stands, tips.stands),
    authorOfClaim(repository, name, lost, tips.lost),
  ]);
  return { standsBy, lostBy };
}
