import type { GoalDocument } from '../../core/document/goalDocument';
import type { TeamNews } from '../../core/reports/teamNews';
import { teamNews } from '../../core/reports/teamNews';
import type { Repository } from '../run/repository';
import { stampAuthors } from './stampAuthors';

export interface AttributedNews extends TeamNews {
  /** Name of who committed it, else whose record it is; null where neither is known. */
  readonly by: string | null;
}

/**
 * What became of the goals of the team, the latest first, and by whom.
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
  // Who it was is told where history can be read; the news is news without it, too.
  const authors = await (repository && stampAuthors(repository, files, stamps).catch(() => undefined));
  return news.map((each) => ({ ...each, by: authors?.get(each.stamp ?? '')?.name ?? each.author ?? null }));
}
