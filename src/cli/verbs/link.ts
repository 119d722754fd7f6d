import { linkCommit } from '../../core/commits/linkActions';
import { OBJECT_NAME } from '../../core/snapshot/linkedCommit';
import { recordedLinks } from '../../core/commits/recordedLinks';
import { oneLine } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import type { Repository } from '../../git/run/repository';
import { atMostOne, parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import { findGoal } from '../place/findGoal';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import { requireRepository } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const linkVerb: Verb = {
  usage: 'link ID [COMMIT…] [--closes | --dismiss]',
  help: `Links commits that exist to a goal, where their messages do not: of a team goal for everyone, in the shared file; of a
personal goal in your own file. COMMIT is whatever git takes, such as HEAD~2 or 1a2b3c4d. Without one it lists the commits that change the
same as a branch of the goal, or as a commit of it that is gone: a squash that kept only the title, say.

  --closes    they complete the goal
  --dismiss   links nothing: these commits are not offered again, and where one of them completed the goal and is gone, nobody asks`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    closes: { type: 'boolean' },
    dismiss: { type: 'boolean' },
  });
  const [word, ...commits] = positionals;
  if (word === undefined) throw new UsageError('Say which one: ID is missing.');
  const closes = atMostOne(values, 'closes', 'dismiss') === 'closes';
  const place = await openVerbPlace(context);
  const repository = requireRepository(place);
  const { id, title, scope } = findGoal(word, await readGoals(place));
  if (commits.length === 0) return offer(id, repository, context);
  if (values.dismiss) return dismissAll(id, commits, repository);
  const file = scope === 'team' ? place.shared : place.personal;
  const { commitName } = await import('../../git/log/commitName');
  const names = await Promise.all(
    commits.map(async (revision) => {
      const name = await commitName(repository, revision);
      if (!name) throw new Failure(`There is no commit ${oneLine(revision, 80)}.`);
      return name;
    }),
  );
  const existing = recordedLinks([{ scope, path: file.path, reading: await file.read() }]);
  const changes = names.flatMap((name) => linkCommit(id, name, closes, existing, systemRandom));
  if (changes.length > 0) await file.save(changes);
  for (const { commit } of names) {
    const what = closes ? 'linked, completes' : 'linked to';
    context.terminal.print(`${commit.slice(0, 8)} ${what} ${id}: ${oneLine(title, 1000)}`);
  }
  return 0;
}

/** One that is gone may have no object any more: its full name is taken as it is. */
async function dismissAll(id: string, revisions: readonly string[], repository: Repository): Promise<ExitCode> {
  const [{ commitName }, { dismiss }] = await Promise.all([
    import('../../git/log/commitName'),
    import('../../git/log/dismissals'),
  ]);
  const names = revisions.map(async (revision) => {
    const name = OBJECT_NAME.test(revision) ? revision : (await commitName(repository, revision))?.commit;
    if (name === undefined) throw new Failure(`There is no commit ${oneLine(revision, 80)}.`);
    return name;
  });
  await dismiss(repository, id, await Promise.all(names));
  return 0;
}

async function offer(id: string, repository: Repository, { terminal }: Context): Promise<ExitCode> {
  const { CommitLinks } = await import('../../git/log/commitLinks');
  const same = await new CommitLinks(repository).sameChanges(id);
  for (const { commit, subject } of same) terminal.print(`${commit.slice(0, 8)} ${oneLine(subject, 200)}`);
  if (same.length === 0) terminal.print('No commit here changes the same as one of this goal that is not here.');
  else terminal.print(`microgoals link ${id} COMMIT --closes links one that completes it.`);
  return 0;
}
