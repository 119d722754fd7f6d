import type { GoalDocument } from '../../core/document/goalDocument';
import type { Zone } from '../../core/ports/ports';
import { parseStamp } from '../../core/document/stamp';
import type { TeamNews } from '../../core/reports/teamNews';
import { teamNews } from '../../core/reports/teamNews';
import type { Repository } from '../run/repository';
import { stampAuthors } from './stampAuthors';

export interface AttributedNews extends TeamNews {
  /** Name of the committer, else address of the record's author, else of whoever edits here; null if nobody is known. */
  readonly by: string | null;
  /** Address of the same person. */
  readonly address: string | undefined;
}

/**
 * Returns the news of the team's goals, latest first, with their authors.
 * @param repository undefined without git. @param files absolute paths of the shared file and the archive.
 * @param here name of this clone in stamps and the person at the keyboard, who made what is not committed yet; time zone of the lines.
 */
export async function attributedNews(
  repository: Repository | undefined,
  files: readonly string[],
  before: GoalDocument,
  now: GoalDocument,
  here: { readonly replica: string; readonly me: string | undefined; readonly zone: Zone },
): Promise<AttributedNews[]> {
  const news = teamNews(before, now, here.zone);
  const stamps = news.flatMap(({ stamp }) => stamp ?? []);
  // Authors need a readable history; without one, the news is still shown.
  const authors = await (repository && stampAuthors(repository, files, stamps).catch(() => undefined));
  const mine = (stamp: string | undefined): string | undefined =>
    parseStamp(stamp)?.replica === here.replica ? here.me : undefined;
  return news.map((each) => {
    const { stamp, author, type } = each;
    const committer = authors?.get(stamp ?? '');
    // Only a new record is by the author that it names: others answer it.
    const named = type === 'added' ? (author ?? mine(stamp)) : (mine(stamp) ?? author);
    return { ...each, by: committer?.name ?? named ?? null, address: committer?.email ?? named };
  });
}
