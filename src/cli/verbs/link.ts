import { linkCommit } from '../../core/rules/linkActions';
import { recordedLinks } from '../../core/rules/recordedLinks';
import { oneLine } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { idAndCommits } from '../linkArguments';
import { Failure } from '../failure';
import { findGoal } from '../findGoal';
import { openPlace } from '../openPlace';
import { readGoals } from '../readGoals';
import { requireRepository } from '../requireRepository';
import type { Context, ExitCode, Verb } from '../verb';

export const linkVerb: Verb = {
  usage: 'link ID COMMIT… [--closes]',
  help: `Links commits that exist to a goal, where their messages do not: of a team goal for everyone, in the shared file; of a
personal goal in your own file. COMMIT is whatever git takes, such as HEAD~2 or 1a2b3c4d.

  --closes   they complete the goal`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { word, commits, values } = idAndCommits(args, { closes: { type: 'boolean' } });
  const closes = values.closes === true;
  const place = await openPlace(context);
  const repository = requireRepository(place);
  const { id, title, scope } = findGoal(word, await readGoals(place));
  const file = scope === 'team' ? place.shared : place.personal;
  const { commitName } = await import('../../git/commitName');
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
