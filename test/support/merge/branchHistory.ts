const START = Date.UTC(2026, 0, 5) / 1000;
const MINUTE = 60;

export interface BranchHistorySize {
  readonly branches: number;
  /** How many different versions of the file the branches have between them. */
  readonly versions: number;
  /** Goals that a version ticks, one each. */
  readonly ids: readonly string[];
}

/** A stream for `git fast-import`: `main` with a goals file, and branches that each tick one goal of it. */
export function* branchHistory(file: string, { branches, versions, ids }: BranchHistorySize): Generator<string> {
  yield commitOf('refs/heads/main', 1, undefined, file);
  for (let branch = 0; branch < branches; branch++) {
    yield commitOf(
      `refs/heads/feat/x${branch}`,
      branch + 2,
      1,
      retitled(file, ids[branch % versions] ?? '', branch % versions),
    );
  }
}

/** A stream for `git fast-import`: a line of versions of a goals file, each of which changes one goal. */
export function* fileHistory(file: string, versions: number, ids: readonly string[]): Generator<string> {
  for (let version = 0; version < versions; version++) {
    const changed = retitled(file, ids[version % ids.length] ?? '', version);
    yield commitOf('refs/heads/main', version + 1, version === 0 ? undefined : version, changed);
  }
}

/** Another title of one goal: the smallest change there is. */
function retitled(file: string, id: string, version: number): string {
  const start = file.indexOf(`"${id}": {`);
  const title = file.indexOf('"title": "', start) + '"title": "'.length;
  return `${file.slice(0, title)}Version ${version}, ${file.slice(title)}`;
}

function commitOf(ref: string, mark: number, parent: number | undefined, file: string): string {
  const person = `Person ${mark % 40} <person${mark % 40}@example.com> ${START + mark * MINUTE} +0000`;
  const from = parent === undefined ? '' : `from :${parent}\n`;
  const head = `commit ${ref}\nmark :${mark}\nauthor ${person}\ncommitter ${person}\ndata 4\nGoal\n${from}`;
  return `${head}M 100644 inline .microgoals/goals.json\ndata ${Buffer.byteLength(file)}\n${file}\n`;
}
