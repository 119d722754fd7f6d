import { runGit } from '../run/runGit';

export interface Merge {
  /** First parent, the state before the merge. */
  readonly onto: string;
  /** All other parents. */
  readonly merged: readonly string[];
}

/** Most merges that git is asked about one by one; for more, the whole history is read once. */
const FEW = 16;
const ONTO = 1;
const BROUGHT = 2;

/**
 * Returns the names of the commits that each merge brought: those its other parents reach and its first parent does not, except merges.
 * @param tips commits that reach all of the merges.
 */
export async function broughtByMerges(
  root: string,
  merges: readonly Merge[],
  tips: readonly string[],
): Promise<readonly (readonly string[])[]> {
  if (merges.length > FEW) {
    const history = await readHistory(root, tips);
    return merges.map((merge) => history.brought(merge));
  }
  const found: string[][] = [];
  for (const { onto, merged } of merges) {
    const names = await list(root, ['--no-merges'], [...merged, `^${onto}`]);
    found.push(names);
  }
  return found;
}

/** Reads the parents of each commit, children before their parents. */
async function readHistory(root: string, tips: readonly string[]): Promise<History> {
  const lines = await list(root, ['--topo-order', '--parents'], tips);
  return new History(lines.map((line) => line.split(' ')));
}

class History {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly marks: Uint8Array;

  /** @param commits the name of each commit, followed by those of its parents. */
  constructor(private readonly commits: readonly (readonly string[])[]) {
    this.positions = new Map(commits.map(([name = ''], position) => [name, position]));
    this.marks = new Uint8Array(commits.length);
  }

  /** Walks down from both sides and stops when no commit is left that only the branch has. */
  brought({ onto, merged }: Merge): readonly string[] {
    const { marks } = this;
    const touched: number[] = [];
    let open = 0;
    const mark = (names: readonly string[], side: number): void => {
      for (const name of names) {
        const at = this.positions.get(name);
        // Commits beyond the boundary of a shallow clone are not here.
        if (at === undefined || marks[at] === ONTO || marks[at] === side) continue;
        if (side === BROUGHT) open++;
        else if (marks[at] === BROUGHT) open--;
        marks[at] = side;
        touched.push(at);
      }
    };
    mark([onto], ONTO);
    mark(merged, BROUGHT);
    const found: string[] = [];
    for (let at = Math.min(...touched); open > 0; at++) {
      const [name = '', ...parents] = this.commits[at] ?? [];
      if (marks[at] === ONTO) mark(parents, ONTO);
      if (marks[at] !== BROUGHT) continue;
      open--;
      if (parents.length < 2) found.push(name);
      mark(parents, BROUGHT);
    }
    for (const at of touched) marks[at] = 0;
    return found;
  }
}

async function list(root: string, options: readonly string[], range: readonly string[]): Promise<string[]> {
  const input = range.map((name) => `${name}\n`).join('');
  const output = await runGit(root, ['rev-list', ...options, '--ignore-missing', '--stdin'], {
    input,
    timeoutMillis: 300_000,
    maxBytes: Infinity,
  });
  return output.split('\n').filter((line) => line !== '');
}
