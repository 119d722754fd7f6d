import { runGit } from '../run/runGit';

export interface Merge {
  /** The first parent: what was there before. */
  readonly onto: string;
  /** The other parents. */
  readonly merged: readonly string[];
}

/** So many merges are asked of git one by one; for more of them all of the history is read once. */
const FEW = 16;
const ONTO = 1;
const BROUGHT = 2;

/**
 * The names of the commits that each of the merges brought: those its other parents reach and its first parent does not, merges left out.
 * @param tips what reaches all of the merges.
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

/** What leads to what, children before their parents. */
async function readHistory(root: string, tips: readonly string[]): Promise<History> {
  const lines = await list(root, ['--topo-order', '--parents'], tips);
  return new History(lines.map((line) => line.split(' ')));
}

class History {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly marks: Uint8Array;

  /** @param commits the name of each and those of its parents. */
  constructor(private readonly commits: readonly (readonly string[])[]) {
    this.positions = new Map(commits.map(([name = ''], position) => [name, position]));
    this.marks = new Uint8Array(commits.length);
  }

  /** Goes down from both sides, and ends where nothing is left that only the branch has. */
  brought({ onto, merged }: Merge): readonly string[] {
    const { marks } = this;
    const touched: number[] = [];
    let open = 0;
    const mark = (names: readonly string[], side: number): void => {
      for (const name of names) {
        const at = this.positions.get(name);
        // What is older than a shallow clone is not here.
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
