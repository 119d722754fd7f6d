import type { GoalDocument } from '../../core/document/goalDocument';
import { parseStamp } from '../../core/document/stamp';
import type { TeamNews } from '../../core/reports/teamNews';
import { teamNews } from '../../core/reports/teamNews';
import type { Snapshot } from '../../core/snapshot/snapshot';
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
 * @param here name of this clone in stamps, and what it knows of the people; whoever is at the keyboard made what is not committed yet.
 */
export async function attributedNews(
  repository: Repository | undefined,
  files: readonly string[],
  before: GoalDocument,
  now: GoalDocument,
  here: { readonly replica: string; readonly snapshot: Pick<Snapshot, 'me' | 'people' | 'calendar'> },
): Promise<AttributedNews[]> {
  const { me, people, calendar } = here.snapshot;
  const news = teamNews(before, now, calendar.zone);
  const stamps = news.flatMap(({ stamp }) => stamp ?? []);
  // Authors need a readable history; without one, the news is still shown.
  const authors = await (repository && stampAuthors(repository, files, stamps).catch(() => undefined));
  const mine = (stamp: string | undefined): string | undefined =>
    parseStamp(stamp)?.replica === here.replica ? me : undefined;
  return news.map((each) => {
    const { stamp, author, type, act } = each;
    const committer = authors?.get(stamp ?? '');
    // Only a new record, and an answer, is by the author that it names: others change it.
    const isTheirs = type === 'added' || act !== undefined;
    const named = isTheirs ? (author ?? mine(stamp)) : (mine(stamp) ?? author);
    const name = committer && (people.get(committer.email) ?? committer.name);
    return { ...each, by: name ?? named ?? null, address: committer?.email ?? named };
  });
}
