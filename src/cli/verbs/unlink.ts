import { saveEdits } from '../../app/edits';
import { planUnlink } from '../../app/linkCommits';
import type { GoalNode } from '../../core/snapshot/snapshot';
import type { RecordedLink } from '../../core/commits/recordedLinks';
import { linksTo, recordedLinks } from '../../core/commits/recordedLinks';
import { oneLine } from '../../core/text/safeText';
import { findCommit } from '../../git/run/repositoryFacts';
import { parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import { requireRepository } from '../place/requireRepository';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const unlinkVerb: Verb = {
  usage: 'unlink ID COMMIT…',
  help: `Takes back what microgoals link recorded. A commit whose message names the goal stays linked to it.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const [word, ...commits] = parseArguments(args, {}).positionals;
  if (word === undefined || commits.length === 0)
    throw new UsageError(`Say which one: ${word === undefined ? 'ID' : 'COMMIT'} is missing.`);
  const place = await openVerbPlace(context, { commits: true });
  const snapshot = await readSnapshot(place, { commits: true });
  const node = findNode(word, snapshot, place);
  const recorded = recordedLinks(snapshot.sources).filter(({ goal }) => goal === node.goal.id);
  const found = await Promise.all(commits.map((revision) => linksNamed(revision, node, recorded, place)));
  await saveEdits(planUnlink(found.flat()), place);
  for (const links of found) {
    const name = links[0]?.commit.slice(0, 8) ?? '';
    context.terminal.print(`${name} is not linked to ${node.goal.id} any more: ${oneLine(node.goal.title, 1000)}`);
  }
  return 0;
}

/** Finds the links of a commit, named as it is now or as it was when it was recorded. */
async function linksNamed(
  revision: string,
  { goal, commits }: GoalNode,
  recorded: readonly RecordedLink[],
  place: VerbPlace,
): Promise<readonly RecordedLink[]> {
  const name = (await findCommit(requireRepository(place), revision)) ?? revision.toLowerCase();
  const commit = commits.find((each) => each.commit === name);
  const links = commit
    ? linksTo(goal.id, commit, recorded)
    : recorded.filter((link) => name.length >= SHORTEST && link.commit.startsWith(name));
  if (links.length > 0) return links;
  const shown = oneLine(revision, 80);
  throw new Failure(
    commit
      ? `The message of ${shown} names ${goal.id}; no record says so that could be taken back.`
      : `${shown} is not linked to ${goal.id}.`,
  );
}

/** Length of the shortest commit name that git takes. */
const SHORTEST = 4;
