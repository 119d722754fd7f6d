import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../../src/core/document/change';
import { applyChange, valueAt } from '../../src/core/document/change';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import type { Json } from '../../src/core/document/json';
import { canonicalJson, isObject } from '../../src/core/document/json';
import { splitPath } from '../../src/core/document/registerPath';
import type { Stamper } from '../../src/core/document/stamp';
import { createStamper } from '../../src/core/document/stamp';
import { installDriver } from './driver';
import type { GoalLayout } from './goalLayout';
import type { GitRepository } from './gitRepository';
import { configureIdentity, gitRepository } from './gitRepository';
import type { SeededChoices } from './merge/seededChoices';
import { seededChoices } from './merge/seededChoices';
import type { Write } from './merge/simulatedRepository';
import type { TemporaryFolder } from './temporaryFolder';
import { temporaryFolder } from './temporaryFolder';

export const SHARED_FILE = '.microgoals/goals.json';
const START = Date.UTC(2026, 10, 21);
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

export interface TeamOptions {
  readonly seed: number;
  readonly people: number;
  readonly steps: number;
  readonly mode: 'merge' | 'rebase';
  readonly driver: boolean;
  readonly layout: GoalLayout;
  /** Goals that are there at the start. */
  readonly goals: number;
}

export interface TeamResult {
  /** Merges and rebased commits that git gave back to the person. */
  readonly conflicts: number;
  /** Times that work of two people met in git. */
  readonly meetings: number;
  /** Registers whose value at the end is none of those written last, causally. */
  readonly lost: readonly string[];
  /** All clones hold the same bytes at the end. */
  readonly converged: boolean;
}

interface Person {
  readonly git: GitRepository;
  readonly stamper: Stamper;
  /** The writes that reached this clone. */
  readonly known: Set<Write>;
}

/** Real clones of one bare repository, whose people work at random and meet in it. The seed repeats it, but for commit ids. */
export async function simulateTeam(options: TeamOptions): Promise<TeamResult> {
  const folder = await temporaryFolder('team');
  try {
    const team = await Team.create(folder, options);
    for (let step = 0; step < options.steps; step += 1) await team.step();
    return await team.finish();
  } finally {
    await folder.remove();
  }
}

class Team {
  readonly #random: SeededChoices;
  readonly #options: TeamOptions;
  readonly #people: readonly Person[];
  /** What was pushed. */
  readonly #pushed: Set<Write>;
  #nextWrite = 0;
  #nextGoal: number;
  #conflicts = 0;
  #meetings = 0;

  private constructor(options: TeamOptions, random: SeededChoices, people: readonly Person[]) {
    this.#options = options;
    this.#random = random;
    this.#people = people;
    this.#pushed = new Set();
    this.#nextGoal = options.goals;
  }

  static async create(folder: TemporaryFolder, options: TeamOptions): Promise<Team> {
    const random = seededChoices(options.seed);
    const root = gitRepository(folder.path);
    await root.git('init', '--quiet', '--bare', '--initial-branch=main', 'origin');
    await root.git('clone', '--quiet', 'origin', 'p0');
    await firstCommit(gitRepository(path.join(folder.path, 'p0')), options);
    const people: Person[] = [];
    let minutes = 0;
    for (let index = 0; index < options.people; index += 1) {
      const clone = path.join(folder.path, `p${index}`);
      // A copy is a clone that moved: the driver must not mind.
      if (index > 0) await cp(path.join(folder.path, 'p0'), clone, { recursive: true });
      else if (options.driver) await installDriver(clone);
      const skew = (random.below(2001) / 1000 - 1) * DAY;
      const now = (): number => START + (minutes += random.below(30)) * MINUTE + skew;
      people.push({ git: gitRepository(clone), stamper: createStamper({ now }, `cln${index}`), known: new Set() });
    }
    return new Team(options, random, people);
  }

  async step(): Promise<void> {
    const person = this.#random.pick(this.#people);
    if (this.#random.chance(0.6)) await this.#edit(person);
    else await this.#meet(person);
  }

  async finish(): Promise<TeamResult> {
    // Twice round: the first brings all work to the origin, the second to everyone.
    for (const person of [...this.#people, ...this.#people]) await this.#meet(person);
    const texts = await Promise.all(this.#people.map(({ git }) => readFile(path.join(git.path, SHARED_FILE), 'utf8')));
    const result = { conflicts: this.#conflicts, meetings: this.#meetings, converged: new Set(texts).size === 1 };
    return { ...result, lost: lostRegisters(this.#options.layout.read(texts[0] ?? ''), this.#pushed) };
  }

  async #edit(person: Person): Promise<void> {
    const file = path.join(person.git.path, SHARED_FILE);
    let document = this.#options.layout.read(await readFile(file, 'utf8'));
    for (let count = 1 + this.#random.below(3); count > 0; count -= 1) {
      const change = this.#change(document);
      document = applyChange(document, change, person.stamper);
      if (change.type === 'set') this.#note(person, `${change.id} ${change.path}`, change.value);
      if (change.type === 'add') this.#note(person, `${change.id} title`, change.fields.title);
    }
    await person.git.write(SHARED_FILE, this.#options.layout.write(document));
    await person.git.commit('work');
  }

  #change(document: GoalDocument): Change {
    const random = this.#random;
    const unique = `text ${this.#nextWrite}`;
    if (random.chance(0.3)) {
      const id = `g-${idText(this.#nextGoal++, this.#options.seed)}`;
      return { type: 'add', id, fields: { title: unique, kind: 'micro', status: 'open' } };
    }
    const id = random.pick([...document.records.keys()]);
    const [field, value] = random.pick<readonly [string, Json | undefined]>([
      ['status', random.pick(['open', 'done'])],
      ['status', random.pick(['open', 'done'])],
      ['title', unique],
      ['due', random.chance(0.3) ? undefined : unique],
      ['values/v-0000000001', random.chance(0.4) ? undefined : true],
      ['deleted', random.chance(0.5)],
    ]);
    return { type: 'set', id, path: field, value, force: true };
  }

  #note({ known }: Person, register: string, value: Json | undefined): void {
    const seen = [...known].filter((write) => write.register === register);
    const before = new Set(seen.flatMap((write) => [write, ...write.before]));
    this.#nextWrite += 1;
    known.add({
      id: this.#nextWrite,
      register,
      value: value === undefined ? '' : canonicalJson(value),
      before,
      isRevert: false,
    });
  }

  /** Takes over what was pushed, and pushes. */
  async #meet({ git, known }: Person): Promise<void> {
    await git.git('fetch', '--quiet');
    const [ahead = '0', behind = '0'] = (
      await git.git('rev-list', '--left-right', '--count', 'HEAD...origin/main')
    ).split('\t');
    if (ahead !== '0' && behind !== '0') this.#meetings += 1;
    if (behind !== '0') await (this.#options.mode === 'rebase' ? this.#rebase(git) : this.#merge(git));
    for (const write of this.#pushed) known.add(write);
    if (ahead !== '0') await git.git('push', '--quiet', 'origin', 'HEAD:main');
    for (const write of known) this.#pushed.add(write);
  }

  async #merge(git: GitRepository): Promise<void> {
    if (await succeeds(git.git('merge', '--quiet', '--no-edit', 'origin/main'))) return;
    this.#conflicts += 1;
    await git.git('checkout', '--ours', '--', SHARED_FILE);
    await git.commit('merge');
  }

  async #rebase(git: GitRepository): Promise<void> {
    let done = await succeeds(git.git('rebase', '--quiet', 'origin/main'));
    while (!done) {
      this.#conflicts += 1;
      // In a rebase "theirs" is the person's own commit.
      await git.git('checkout', '--theirs', '--', SHARED_FILE);
      await git.git('add', SHARED_FILE);
      const isEmpty = (await git.git('status', '--porcelain')) === '';
      done = await succeeds(git.git('-c', 'core.editor=true', 'rebase', isEmpty ? '--skip' : '--continue'));
    }
  }
}

async function firstCommit(git: GitRepository, { goals, seed, layout }: TeamOptions): Promise<void> {
  await configureIdentity(git);
  // Nothing here outlives the test, and none of it is what is tested.
  await git.git('config', 'core.fsync', 'none');
  await git.git('config', 'gc.auto', '0');
  const stamper = createStamper({ now: () => START - DAY }, 'root');
  let document: GoalDocument = { top: { version: 1 }, records: new Map() };
  for (let number = 0; number < goals; number += 1) {
    const fields = { title: `Goal ${number}`, kind: 'micro', status: 'open' };
    document = applyChange(document, { type: 'add', id: `g-${idText(number, seed)}`, fields }, stamper);
  }
  await git.write(SHARED_FILE, layout.write(document));
  await git.commit('start');
  await git.git('push', '--quiet', 'origin', 'HEAD:main');
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten characters that look random, the same for the same number and seed. */
function idText(number: number, seed: number): string {
  const random = seededChoices(seed * 100_003 + number);
  return Array.from({ length: 10 }, () => ALPHABET.charAt(random.below(32))).join('');
}

/** Any value that nobody overwrote knowingly will do: of two that met, one must win. */
function lostRegisters(document: GoalDocument, written: ReadonlySet<Write>): string[] {
  const overwritten = new Set([...written].flatMap((write) => [...write.before]));
  const last = [...written].filter((write) => !overwritten.has(write));
  return [...new Set(last.map(({ register }) => register))].filter((register) => {
    const [id = '', field = ''] = register.split(' ');
    const record = document.records.get(id);
    const value = isObject(record) ? valueAt(record, splitPath(field)) : undefined;
    const text = value === undefined ? '' : canonicalJson(value);
    return !last.some((write) => write.register === register && write.value === text);
  });
}

function succeeds(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  );
}
