import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import { isShallow } from '../../git/run/repositoryFacts';
import { systemZone } from '../../store/nodePorts';
import { oneWord, parseArguments } from '../terminal/arguments';
import { commitLine } from '../texts/commitLine';
import { takenBack } from '../../core/snapshot/completion';
import { isoTime } from '../../core/reports/goalActivity';
import type { VerbPlace } from '../place/verbPlace';
import { keepCommits } from '../../app/placeFacts';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import { findGoal } from '../place/findGoal';
import { goalCommits } from '../place/goalCommits';
import type { Terminal } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

const SHALLOW = 'This clone is shallow: older commits are not known here (git fetch --unshallow brings them).';

export const logVerb: Verb = {
  usage: 'log ID [--json]',
  help: `Shows the commits that name the goal (Goal: or Closes-Goal: in the message) or were linked to it (microgoals link), the
newest first, on all branches.

  --json   an array of {commit, author, coAuthors, date, subject, closes, recorded, state: here, branch or merged, ref, shallow};
           shallow is true in a clone where older commits are missing, which standard error says, too`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const word = oneWord(positionals, 'ID');
  const { terminal } = context;
  const place = await openVerbPlace(context, { commits: true, readOnly: true });
  // The next command finds again whatever cannot be written now.
  await keepCommits(place).catch(() => undefined);
  const goal = findGoal(word, await readGoals(place));
  const commits = await goalCommits(place, goal.id);
  const shallow = place.repository !== undefined && isShallow(place.repository);
  if (values.json) {
    const shown = commits.map((commit) => ({ ...commitJson(commit, goal.id), shallow }));
    terminal.printJson(shown);
  } else await printCommits(commits, goal.id, place, terminal);
  if (!values.json && commits.length === 0) terminal.print('No commit names it yet.');
  if (shallow) (values.json ? terminal.warn : terminal.print)(SHALLOW);
  return 0;
}

async function printCommits(
  commits: readonly LinkedCommit[],
  id: string,
  { commits: source }: VerbPlace,
  terminal: Terminal,
): Promise<void> {
  // A revert names the commit and no goal: look for one only if there is something to take back.
  const isClosed = commits.some(({ goals }) => goals.some((goal) => goal.id === id && goal.closes));
  const undone = takenBack(isClosed && source ? await source.linkedCommits() : []);
  for (const commit of commits)
    terminal.print(commitLine(commit, id, { takenBack: undone, zone: systemZone }, terminal));
}

function commitJson(
  { commit, author, coAuthors = [], date, subject, goals, state, ref }: LinkedCommit,
  id: string,
): object {
  const link = goals.find((goal) => goal.id === id);
  const recorded = link?.records !== undefined;
  return {
    commit,
    author: author.name,
    coAuthors: coAuthors.map(({ name }) => name),
    date: isoTime(date),
    subject,
    closes: link?.closes ?? false,
    recorded,
    state,
    ref,
  };
}
