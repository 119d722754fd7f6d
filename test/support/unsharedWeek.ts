import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import type { AddRecord, Change } from '../../src/core/document/change';
import { valueAt } from '../../src/core/document/change';
import { isObject } from '../../src/core/document/json';
import { newRecordId } from '../../src/core/document/recordId';
import type { OverlayGoalFile } from '../../src/store/overlayGoalFile';
import { documentOf } from './documents';
import { installDriver } from './driver';
import type { GitRepository } from './gitRepository';
import { configureIdentity, gitRepository } from './gitRepository';
import { overlayFileIn } from './overlayClone';
import type { SeededChoices } from './merge/seededChoices';
import { seededChoices } from './merge/seededChoices';
import type { TemporaryFolder } from './temporaryFolder';
import { temporaryFolder } from './temporaryFolder';

const FILE = '.microgoals/goals.json';
const PEOPLE = 5;
const MINUTE = 60_000;

export interface UnsharedWeekOptions {
  readonly seed: number;
  /** Git commands that meet unshared goal edits. */
  readonly commands: number;
  /** `clean-tree`: the setting; `click`: edits go to the file, and one click sets them aside before the command. */
  readonly mode: 'clean-tree' | 'click';
}

export interface UnsharedWeekResult {
  readonly commands: number;
  readonly edits: number;
  /** Git commands that failed, with what git said. */
  readonly refused: readonly string[];
  /** Commands before which somebody clicked. */
  readonly clicks: number;
  /** Edits that are not in the file at the end. */
  readonly lost: readonly string[];
}

interface Person {
  readonly name: string;
  readonly git: GitRepository;
  readonly goals: OverlayGoalFile;
  branches: number;
}

/** Five people who tick, add and mark goals all the time and share them seldom, while they work with branches and each other. */
export async function simulateUnsharedWeek(options: UnsharedWeekOptions): Promise<UnsharedWeekResult> {
  const folder = await temporaryFolder('week');
  try {
    const week = new Week(options, await people(folder, options));
    return await week.run();
  } finally {
    await folder.remove();
  }
}

async function people(folder: TemporaryFolder, { mode, seed }: UnsharedWeekOptions): Promise<Person[]> {
  const root = gitRepository(folder.path);
  await root.git('init', '--quiet', '--bare', '--initial-branch=main', 'origin');
  const random = seededChoices(seed * 31 + 7);
  const everyone: Person[] = [];
  let minutes = 0;
  for (let index = 0; index < PEOPLE; index += 1) {
    const name = `p${index}`;
    await root.git('clone', '--quiet', 'origin', name);
    const git = gitRepository(path.join(folder.path, name));
    await configureIdentity(git, { name, email: `${name}@example.com` });
    for (const [key, value] of [
      ['core.fsync', 'none'],
      ['gc.auto', '0'],
      ['pull.rebase', 'false'],
    ] as const)
      await git.git('config', key, value);
    await installDriver(git.path);
    const skew = (random.below(2001) / 1000 - 1) * 12 * 60 * MINUTE;
    const clock = { now: () => Date.UTC(2026, 10, 23) + (minutes += 1) * MINUTE + skew };
    const goals = await overlayFileIn(git.path, { cleanTree: mode === 'clean-tree', replica: `cln${index}`, clock });
    everyone.push({ name, git, goals, branches: 0 });
    if (index > 0) continue;
    await goals.save(Array.from({ length: 10 }, (_, number) => addGoal(`Goal ${number}`, random)));
    await goals.share();
    await git.commit('start');
    await git.git('push', '--quiet', 'origin', 'HEAD:main');
  }
  return everyone;
}

/** With ids that the seed repeats: where a record stands in the file depends on its id. */
function addGoal(title: string, random: SeededChoices): AddRecord {
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.below(256));
  return {
    type: 'add',
    id: newRecordId('g', { bytes }),
    fields: { title, kind: 'micro', status: 'open', order: 'a0' },
  };
}

class Week {
  readonly #random: SeededChoices;
  readonly #edits = new Map<string, unknown>();
  readonly #refused: string[] = [];
  #commands = 0;
  #clicks = 0;
  #files = 0;

  constructor(
    private readonly options: UnsharedWeekOptions,
    private readonly people: readonly Person[],
  ) {
    this.#random = seededChoices(options.seed);
  }

  async run(): Promise<UnsharedWeekResult> {
    while (this.#commands < this.options.commands && this.#refused.length === 0) {
      const person = this.#random.pick(this.people);
      for (let count = 1 + this.#random.below(2); count > 0; count -= 1) await this.#edit(person);
      await this.#random.pick(this.#steps())(person);
    }
    const counts = { commands: this.#commands, edits: this.#edits.size, clicks: this.#clicks };
    if (this.#refused.length === 0) await this.#finish();
    return { ...counts, refused: this.#refused, lost: this.#refused.length > 0 ? [] : await this.#lost() };
  }

  #steps(): ((person: Person) => Promise<void>)[] {
    return [
      (person) => this.#command(person, 'switch', '--quiet', '--create', `${person.name}-${(person.branches += 1)}`),
      async (person) => this.#command(person, 'switch', '--quiet', await this.#otherBranch(person)),
      async (person) => this.#command(person, 'switch', '--quiet', await this.#otherBranch(person)),
      (person) => this.#command(person, 'pull', '--quiet', '--no-edit', 'origin', 'main'),
      (person) => this.#command(person, 'pull', '--quiet', '--rebase', 'origin', 'main'),
      async (person) => {
        const [commit] = (
          await person.git.git('rev-list', '--no-merges', '-n', '3', await this.#otherBranch(person))
        ).split('\n');
        await this.#command(person, 'cherry-pick', '--allow-empty', '--keep-redundant-commits', commit ?? 'HEAD');
      },
      (person) => this.#mergeInTwoSteps(person),
      (person) => this.#commit(person),
      (person) => this.#commit(person),
      (person) => this.#deliver(person),
    ];
  }

  /** A register that nobody else writes, or the status of one's own goal, or a new goal: each must be there at the end. */
  async #edit({ name, goals }: Person): Promise<void> {
    const reading = await goals.read();
    const shown = reading.state === 'ok' ? reading.document : documentOf('');
    const ids = [...shown.records.keys()];
    const mark = `marks/${name}${this.#edits.size}`;
    if (this.#random.chance(0.2) || ids.length === 0) {
      const added = addGoal(mark, this.#random);
      await this.#save(goals, added, `${added.id} title`, mark);
      return;
    }
    const id = this.#random.pick(ids);
    if (this.#random.chance(0.5))
      await this.#save(goals, { type: 'set', id, path: mark, value: true }, `${id} ${mark}`, true);
    const status = this.#random.pick(['open', 'done', 'dropped']);
    await this.#save(
      goals,
      { type: 'set', id, path: `by/${name}`, value: status, force: true },
      `${id} by/${name}`,
      status,
    );
  }

  async #save(goals: OverlayGoalFile, change: Change, register: string, value: unknown): Promise<void> {
    await goals.save([change]);
    this.#edits.set(register, value);
  }

  async #otherBranch({ git }: Person): Promise<string> {
    const names = (await git.git('for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n');
    const current = await git.git('branch', '--show-current');
    const others = names.filter((name) => name !== current);
    return others.length > 0 ? this.#random.pick(others) : current;
  }

  async #command(person: Person, ...args: string[]): Promise<void> {
    this.#commands += 1;
    if (this.options.mode === 'click' && (await person.goals.park()) > 0) this.#clicks += 1;
    await this.#git(person, ...args);
    if (this.options.mode === 'click') await this.#rest(person);
  }

  async #git(person: Person, ...args: string[]): Promise<void> {
    await person.git.git(...args).catch((error: unknown) => {
      this.#refused.push(`${person.name}: git ${args.join(' ')}: ${error instanceof Error ? error.message : ''}`);
    });
  }

  /** The command may have left HEAD where it was; then it is the person who asks for the edits. */
  async #rest({ goals }: Person): Promise<void> {
    await goals.bringBack();
    if ((await goals.unshared()).parked) await goals.share();
  }

  async #mergeInTwoSteps(person: Person): Promise<void> {
    if (this.options.mode === 'click') return;
    await person.git.git('fetch', '--quiet', 'origin');
    await this.#command(person, 'merge', '--quiet', '--no-commit', '--no-ff', 'origin/main');
    await this.#edit(person);
    await this.#command(person, 'commit', '--quiet', '--allow-empty', '--no-edit', '--message', 'merged');
  }

  /** Code, with the goals or without. */
  async #commit(person: Person): Promise<void> {
    const { git, goals, name } = person;
    this.#files += 1;
    const code = await git.write(`src/${name}-${this.#files}.txt`, `${this.#files}\n`);
    await git.git('add', code);
    if (this.#random.chance(0.4)) {
      await goals.share();
      await git.git('add', FILE);
    }
    await this.#command(person, 'commit', '--quiet', '--message', `work ${this.#files}`);
  }

  async #deliver(person: Person): Promise<void> {
    await this.#command(person, 'pull', '--quiet', '--no-edit', 'origin', 'main');
    await this.#git(person, 'push', '--quiet', 'origin', 'HEAD:main');
  }

  /** Everyone shares on each branch, and all of it comes together. */
  async #finish(): Promise<void> {
    for (const person of this.people) {
      const { git, goals } = person;
      const branches = (await git.git('for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n');
      for (const branch of [...branches, 'main']) {
        await this.#command(person, 'switch', '--quiet', branch);
        if (branch === 'main')
          for (const other of branches) await this.#command(person, 'merge', '--quiet', '--no-edit', other);
        await goals.share();
        await git.commit('all');
      }
      await this.#deliver(person);
    }
  }

  async #lost(): Promise<string[]> {
    const last = this.people.at(-1);
    const document: GoalDocument = documentOf(await readFile(path.join(last?.git.path ?? '', FILE), 'utf8'));
    return [...this.#edits].flatMap(([register, value]) => {
      const [id = '', field = ''] = register.split(' ');
      const record = document.records.get(id);
      const found = isObject(record) ? valueAt(record, field.split('/')) : undefined;
      return found === value ? [] : [`${register}: ${JSON.stringify(found)} in place of ${JSON.stringify(value)}`];
    });
  }
}
