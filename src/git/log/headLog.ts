import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { goalOfBranch } from '../../core/text/trailers';
import { chosenOn, personalFile, readActiveGoal } from './activeGoal';
import type { CommitFact } from './commitFacts';
import { readCommits } from './commitFacts';
import { microgoalsFolder } from '../run/gitFolder';
import { writeWhole } from '../../store/atomicWrite';
import type { Repository } from '../run/repository';
import { currentBranch } from '../run/repositoryFacts';

/** Commits made in this work tree since the last look. */
export interface NewCommits {
  /** Commits that name no goal and were made while a personal goal was active, each with that goal. */
  readonly made: readonly { readonly goal: string; readonly commit: string }[];
  /** New names of the commits that `commit --amend` replaced, by their old names. */
  readonly amended: ReadonlyMap<string, string>;
  /** Marks everything as seen. Call it once all of it is stored; nothing of it is reported again. */
  readonly keep: () => Promise<void>;
}

interface HeadMove {
  readonly line: string;
  readonly before: string;
  readonly after: string;
  /** Time of the move, in seconds since 1970. */
  readonly time: number;
  readonly what: string;
  /** Short name of the branch; undefined with a detached HEAD. */
  readonly branch: string | undefined;
}

const LINE = /^([0-9a-f]+) ([0-9a-f]+) .* (\d+) [+-]\d{4}\t(.*)$/;
const MADE = /^commit( \((initial|merge)\))?: /;
const AMENDED = /^commit \(amend\): /;
const MOVED = /^checkout: moving from (\S+) to /;

/** Reads git's own log of HEAD, which also covers commits made while the extension was not running. */
export async function newCommits(repository: Repository): Promise<NewCommits> {
  const seen = path.join(microgoalsFolder(repository.gitDir), 'seen');
  const log = path.join(repository.gitDir, 'logs', 'HEAD');
  const [text = '', last = ''] = await Promise.all([log, seen].map((file) => readFile(file, 'utf8').catch(() => '')));
  // Nearly always nothing has happened; then git need not be asked for the current branch.
  const moves = text.endsWith(last) && last !== '' ? [] : await headMoves(repository, text);
  const fresh = moves.slice(moves.findLastIndex(({ line }) => line === last.trimEnd()) + 1);
  const amended = fresh.filter(({ what }) => AMENDED.test(what)).map(({ before, after }) => [before, after] as const);
  return {
    made: await madePersonally(repository, fresh),
    amended: new Map(amended),
    keep: async () => {
      const line = fresh.at(-1)?.line;
      if (line !== undefined) await writeWhole(seen, `${line}\n`);
    },
  };
}

async function madePersonally(repository: Repository, moves: readonly HeadMove[]): Promise<NewCommits['made']> {
  const active = await readActiveGoal(repository);
  if (active.state !== 'active' || !active.personal) return [];
  const [branch, since] = await Promise.all([chosenOn(repository), stat(personalFile(repository))]);
  const holds = (move: HeadMove): boolean =>
    goalOfBranch(move.branch ?? '') === undefined || `refs/heads/${move.branch ?? ''}` === branch;
  const made = moves.filter(
    (move) => MADE.test(move.what) && holds(move) && move.time >= Math.floor(since.mtimeMs / 1000),
  );
  const facts = await readCommits(
    repository.root,
    made.map(({ after }) => after),
  );
  return facts.filter(namesNone).map(({ commit }) => ({ goal: active.id, commit }));
}

function namesNone({ goals }: CommitFact): boolean {
  return goals.length === 0;
}

/** Returns the moves of HEAD, oldest first, each with its branch, which follows from the checkouts in between. */
async function headMoves(repository: Repository, text: string): Promise<readonly HeadMove[]> {
  let branch = text === '' ? undefined : await currentBranch(repository);
  const moves: HeadMove[] = [];
  for (const line of text.split('\n').reverse()) {
    const [, before = '', after = '', time = '', what = ''] = LINE.exec(line) ?? [];
    if (after === '') continue;
    moves.push({ line, before, after, time: Number(time), what, branch });
    branch = MOVED.exec(what)?.[1] ?? branch;
  }
  return moves.reverse();
}
