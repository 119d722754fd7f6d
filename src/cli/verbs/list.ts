import path from 'node:path';
import { isMine } from '../../core/goals/focus';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { isLongClosed } from '../../core/team/teamGroups';
import { atMostOne, noWords, parseArguments } from '../terminal/arguments';
import { onThisBranch } from '../../core/branches/onThisBranch';
import { branchGoalsJson } from '../texts/branchGoalsJson';
import { Failure } from '../terminal/failure';
import { goalJson } from '../texts/goalJson';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { printOtherBranches } from '../texts/printOtherBranches';
import { printTree } from '../texts/printTree';
import { readSnapshot, unreadableFiles } from '../place/readSnapshot';
import { requireRepository } from '../place/requireRepository';
import { shortIds } from '../texts/shortIds';
import type { Terminal } from '../terminal/terminal';
import { paint } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

type Which = 'mine' | 'team' | 'all';

export const listVerb: Verb = {
  usage:
    'list [--mine | --team | --all] [--branches] [--this-branch] [--file PATH] [--tag WORD] [--closed] [--archived] [--json]',
  help: `Shows goals as a tree: [ ] open, [>] active, [x] done, [?] proposed, [-] paused, [!] missed, [/] dropped.

  --mine         yours: personal ones, and those of the team that you own
  --team         those of .microgoals/goals.json
  --all          both (the default)
  --branches     says what is not merged yet and what other branches are ahead with, and adds the goals that only they have
  --this-branch  only goals of the team that this branch works on or changed
  --file PATH    only goals with a commit that changed the file, here or on any branch, open or closed
  --tag WORD     only goals with that tag, open or closed
  --closed       also those closed more than a week ago; --json always has them
  --archived     also those in the archive
  --json         an array of {id, title, kind, status, owner, due, parent, waitsFor, scope, progress, commits}; with --branches each with
                 merged (true, false, or null where it is not done) and elsewhere: [{branch, by, done, merged}], and for a goal
                 that only other branches have onlyElsewhere: true`,
  run,
};

const OPTIONS = {
  mine: { type: 'boolean' },
  team: { type: 'boolean' },
  all: { type: 'boolean' },
  branches: { type: 'boolean' },
  'this-branch': { type: 'boolean' },
  file: { type: 'string' },
  tag: { type: 'string' },
  closed: { type: 'boolean' },
  archived: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  noWords(positionals);
  const which = atMostOne(values, 'mine', 'team', 'all') ?? 'all';
  const place = await openVerbPlace(context, { readOnly: true });
  const snapshot = await readSnapshot(place, {
    me: which === 'mine',
    active: !values.json,
    commits: true,
    archived: values.archived === true,
    branches: values.branches === true || values['this-branch'] === true,
  });
  const belongs = belongingTo(which, snapshot);
  const isHere = values['this-branch'] ? onThisBranch(snapshot) : () => true;
  const isTouching = values.file === undefined ? () => true : await touching(values.file, snapshot, place, context);
  const isTagged = tagged(values.tag);
  const wanted = goalsInOrder(snapshot).filter((node) =>
    [belongs, isHere, isTouching, isTagged].every((test) => test(node)),
  );
  const isClosedShown =
    values.closed === true || values.archived === true || values.file !== undefined || values.tag !== undefined;
  const withBranches = values.branches === true && which !== 'mine';
  if (values.json) {
    const goals = values.branches
      ? branchGoalsJson(wanted, snapshot, withBranches)
      : wanted.map((node) => goalJson(node, snapshot));
    context.terminal.printJson(goals);
  } else {
    printGoals(wanted, snapshot, isClosedShown, context.terminal);
    if (withBranches) printOtherBranches(snapshot, context.terminal);
  }
  return warnOfUnreadable(snapshot, place, which, context.terminal);
}

function belongingTo(which: Which, snapshot: Snapshot): (node: GoalNode) => boolean {
  return (node) => which === 'all' || (which === 'team' ? node.scope === 'team' : isMine(node, snapshot));
}

function tagged(word: string | undefined): (node: GoalNode) => boolean {
  const tag = word?.replace(/^#/, '').toLowerCase();
  return ({ goal }) => tag === undefined || goal.tags.includes(tag);
}

/** Returns a test for goals with a commit that changed the file. @throws Failure for a file that git does not know. */
async function touching(
  file: string,
  snapshot: Snapshot,
  place: VerbPlace,
  { directory }: Context,
): Promise<(node: GoalNode) => boolean> {
  const [{ goalsOfCommits }, { commitsOfFile }] = await Promise.all([
    import('../../core/commits/goalsOfCommits'),
    import('../../git/log/commitsOfFile'),
  ]);
  const commits = await commitsOfFile(requireRepository(place), path.resolve(directory, file));
  if (!commits) throw new Failure(`${file} is not in the repository ${place.root}.`);
  const found = new Set(goalsOfCommits(snapshot, commits).map(({ node }) => node));
  return (node) => found.has(node);
}

/** Returns the goals in order: personal ones first, each parent before its children. */
export function goalsInOrder({ goals, personalRoots, teamRoots }: Snapshot): GoalNode[] {
  const nodes: GoalNode[] = [];
  const stack = [...personalRoots, ...teamRoots].reverse();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = goals.get(id);
    if (!node) continue;
    nodes.push(node);
    stack.push(...[...node.children].reverse());
  }
  return nodes;
}

/** Prints goals as trees. @param closed true to include goals closed more than a week ago. */
export function printGoals(wanted: readonly GoalNode[], snapshot: Snapshot, closed: boolean, terminal: Terminal): void {
  const recent = closed ? wanted : wanted.filter((node) => !isLongClosed(node, snapshot));
  const shown = new Set(recent.map(({ goal }) => goal.id));
  const tree = { snapshot, shown, shortIds: shortIds(snapshot.goals.keys()) };
  for (const [heading, scope, roots] of [
    ['Personal', 'personal', snapshot.personalRoots],
    ['Team', 'team', snapshot.teamRoots],
  ] as const) {
    if (!recent.some((node) => node.scope === scope)) continue;
    terminal.print(paint('bold', heading));
    printTree(roots, tree, terminal);
  }
  const hidden = wanted.length - recent.length;
  if (hidden > 0) terminal.print(paint('dim', `${hidden} closed earlier; --closed shows them.`));
  const isKnown = snapshot.sources.every(({ reading }) => reading.state !== 'broken');
  if (wanted.length === 0 && isKnown)
    terminal.print("No goals here. Add one: microgoals add 'Fix the login test !fri'");
}

/** Warns of files that cannot be read, because the list shows only the rest. */
function warnOfUnreadable(snapshot: Snapshot, place: VerbPlace, which: Which, terminal: Terminal): ExitCode {
  const sources = snapshot.sources.filter(({ scope }) => which !== 'team' || scope === 'team');
  const sentences = unreadableFiles(sources, place);
  for (const sentence of sentences) terminal.warn(sentence);
  return sentences.length > 0 ? 1 : 0;
}
