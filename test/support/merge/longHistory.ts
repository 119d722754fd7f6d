const START = Date.UTC(2016, 0, 4) / 1000;
const MINUTE = 60;
const PEOPLE = 40;
const BODY = `Why the change is needed, and what it does, in a few words of a person
who has little time. A second line follows, and a third one, since many
people explain what they do.
`;

export interface HistorySize {
  readonly commits: number;
  readonly branches: number;
  /** Every tenth commit names one of these goals, as do those of the branches. */
  readonly goals: readonly string[];
}

/** A stream for `git fast-import`: one long line of commits, `main`, and branches of four commits that leave it near its end. */
export function* longHistory({ commits, branches, goals }: HistorySize): Generator<string> {
  const trailer = (index: number): string => `\nGoal: ${goals[index % goals.length] ?? ''}\n`;
  for (let index = 1; index <= commits; index++) {
    const message = `Change number ${index} of the module\n\n${BODY}${index % 10 === 0 ? trailer(index / 10) : ''}`;
    yield commitOf('refs/heads/main', index, index - 1, message);
  }
  let mark = commits;
  for (let branch = 0; branch < branches; branch++) {
    for (let step = 0; step < 4; step++) {
      const parent = step === 0 ? Math.max(1, commits - 10 * branch) : mark;
      mark++;
      yield commitOf(`refs/heads/feat/x${branch}`, mark, parent, `Step ${step}\n\n${BODY}${trailer(branch)}`);
    }
  }
}

/** @param parent mark of the parent; 0 for none. */
function commitOf(ref: string, mark: number, parent: number, message: string): string {
  const person = `Person ${mark % PEOPLE} <person${mark % PEOPLE}@example.com> ${START + mark * MINUTE} +0100`;
  const head = `commit ${ref}\nmark :${mark}\nauthor ${person}\ncommitter ${person}\n`;
  const from = parent === 0 ? '' : `from :${parent}\n`;
  return `${head}data ${Buffer.byteLength(message)}\n${message}${from}\n`;
}
