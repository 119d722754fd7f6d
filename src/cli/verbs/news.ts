import type { GoalDocument } from '../../core/document/goalDocument';
import { newsText } from '../../core/reports/newsText';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { AttributedNews } from '../../git/people/attributedNews';
import { attributedNews } from '../../git/people/attributedNews';
import { readLookedGoals, writeLookedGoals } from '../../git/files/lookedGoals';
import type { Repository } from '../../git/run/repository';
import { noWords, parseArguments } from '../terminal/arguments';
import { documentOf, goalsAt, joined, requireRevision } from '../place/checkAgainst';
import { plainWords } from '../texts/goalTexts';
import { readSnapshot } from '../place/readSnapshot';
import { describeUnreadable } from '../texts/describeUnreadable';
import { Failure } from '../terminal/failure';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { requireRepository } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const newsVerb: Verb = {
  usage: 'news [--since REV] [--keep] [--json]',
  help: `Shows what changed in the goals of the team and what was said of them since you last looked, the latest first, and by whom as
far as commits and entries tell. Then you have looked. What you saw last is kept in the git directory of this work tree.

  --since REV   since that revision instead
  --keep        you have not looked: the next time shows the same
  --json        an array of {id, kind, goal, title, type, fields, by, note}; goal is the one an entry is about; type is added, done,
                reopened, dropped, changed, deleted or gone; note is the word that was given with it, such as a reason`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    since: { type: 'string' },
    keep: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  noWords(positionals);
  const place = await openVerbPlace(context);
  const repository = requireRepository(place);
  const now = await presentGoals(place);
  const before =
    values.since === undefined ? await readLookedGoals(repository) : await goalsSince(repository, values.since, place);
  const files = [place.shared.path, place.archive.path];
  const snapshot = await readSnapshot(place, { me: true, archived: true, names: true });
  const here = { replica: place.replica, snapshot };
  const news = before ? await attributedNews(repository, files, before, now, here) : [];
  const { print, printJson } = context.terminal;
  if (values.json) printJson(news.map(newsJson));
  else if (!before) print('You had not looked before; what changes from now on is shown the next time.');
  else if (news.length === 0) print('Nothing changed.');
  else for (const each of news) print(newsLine(each, snapshot));
  if (!values.keep) await writeLookedGoals(repository, now);
  return 0;
}

/** Reads the team's goals at a revision. @throws Failure if a file cannot be read: all goals would look new. */
async function goalsSince(repository: Repository, revision: string, place: VerbPlace): Promise<GoalDocument> {
  const { commit } = await requireRevision(repository, revision);
  const { document, unreadable } = await goalsAt(repository, commit, place);
  if (unreadable[0]) throw new Failure(unreadable[0].message);
  return document;
}

/** Reads the team's goals as they are now. @throws Failure if a file cannot be read: all goals would look gone. */
async function presentGoals({ shared, archive, root }: VerbPlace): Promise<GoalDocument> {
  const readings = await Promise.all(
    [shared, archive].map(async (file) => {
      const reading = await file.read();
      if (reading.state === 'broken') throw new Failure(describeUnreadable(file.path, reading.problems[0], root));
      return documentOf(reading);
    }),
  );
  return joined(readings);
}

export function newsJson({ id, kind, goal, title, type, fields, by, note }: AttributedNews): object {
  return { id, kind: kind.name, goal: goal ?? null, title, type, fields, by, note: note ?? null };
}

export function newsLine(news: AttributedNews, snapshot: Snapshot): string {
  return newsText(news, snapshot, plainWords(snapshot));
}
