import type { GoalDocument } from '../../core/document/goalDocument';
import type { TeamNews } from '../../core/reports/teamNews';
import { teamNews } from '../../core/reports/teamNews';
import type { Repository } from '../run/repository';
import { stampAuthors } from './stampAuthors';

export interface AttributedNews extends TeamNews {
  /** Name of the committer, else of the record's owner; null if neither is known. */
  readonly by: string | null;
}

/**
 * Returns the news of the team's goals, latest first, with their authors.
 * @param repository undefined without git. @param files absolute paths of the shared file and the archive.
 */
export async function attributedNews(
  repository: Repository | undefined,
  files: readonly string[],
  before: GoalDocument,
  now: GoalDocument,
): Promise<AttributedNews[]> {
  const news = teamNews(before, now);
  const stamps = news.flatMap(({ stamp }) => stamp ?? []);
  // Authors need a readable history; without one, the news is still shown.
  const authors = await (repository && stampAuthors(repository, files, stamps).catch(() => undefined));
  return news.map((each) => ({ ...each, by: authors?.get(each.stamp ?? '')?.name ?? each.author ?? null }));
}
