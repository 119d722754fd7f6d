import { saveEdits } from '../../app/edits';
import { dismissCommits, offeredCommits, planLinks } from '../../app/linkCommits';
import { oneLine } from '../../core/text/safeText';
import type { Repository } from '../../git/run/repository';
import { atMostOne, parseArguments } from '../terminal/arguments';
import { permitted, refused, UsageError } from '../terminal/failure';
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
  if (values.dismiss) {
    const refusal = await dismissCommits(id, commits, repository);
    if (refusal) throw refused(refusal);
    for (const commit of commits) {
      context.terminal.print(`${oneLine(commit, 80)} is not offered any more for ${id}: ${oneLine(title, 1000)}`);
    }
    return 0;
  }
  const plan = permitted(await planLinks({ id, scope }, commits, closes, place, repository));
  await saveEdits(plan.edits, place);
  for (const { commit, isHere } of plan.commits) {
    const what = closes ? `linked, completes${isHere ? '' : ', once it is merged here,'}` : 'linked to';
    context.terminal.print(`${commit.slice(0, 8)} ${what} ${id}: ${oneLine(title, 1000)}`);
  }
  return 0;
}

async function offer(id: string, repository: Repository, { terminal }: Context): Promise<ExitCode> {
  const same = await offeredCommits(id, repository);
  for (const { commit, subject } of same) terminal.print(`${commit.slice(0, 8)} ${oneLine(subject, 200)}`);
  if (same.length === 0) terminal.print('No commit here changes the same as one of this goal that is not here.');
  else terminal.print(`microgoals link ${id} COMMIT --closes links one that completes it.`);
  return 0;
}
