import type { Change } from '../../../src/core/document/change';
import { applyChange, valueAt } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import { stampHandEdits } from '../../../src/core/document/handEdits';
import type { Json } from '../../../src/core/document/json';
import { canonicalJson, isObject, sameJson, withMember, withoutMember } from '../../../src/core/document/json';
import { splitPath } from '../../../src/core/document/registerPath';
import type { Stamper } from '../../../src/core/document/stamp';
import { createStamper } from '../../../src/core/document/stamp';
import { documentWith } from '../documents';
import type { SeededChoices } from './seededChoices';
import { seededChoices } from './seededChoices';
import type { Commit, SimulatedRepository, Write } from './simulatedRepository';
import { simulatedRepository } from './simulatedRepository';

const START = Date.UTC(2026, 10, 21);
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const IDS = ['g-0000000001', 'g-0000000002', 'g-0000000003'] as const;

export interface HistoryOptions {
  /** Share of the steps that take a commit back with `git revert`, which brings old stamps back, too. */
  readonly reverts?: number;
  /** Whether only the clone's own latest edit is reverted, or any commit of its history. */
  readonly revertOf?: 'own' | 'any';
  /** Whether some hand edits are committed before a save of ours could stamp them. */
  readonly unstamped?: boolean;
  /** Whether clones rebase and cherry-pick. */
  readonly replays?: boolean;
}

export interface HistoryResult {
  /** Whether three orders of joining the clones gave different bytes. */
  readonly orderDependent: boolean;
  /** Registers whose value is none of those that were written last, causally. */
  readonly lost: readonly string[];
  readonly commits: number;
}

interface Clone {
  head: Commit;
  /** The latest edit made here and not reverted. */
  latest: Commit | undefined;
  readonly stamper: Stamper;
}

interface Simulation {
  readonly options: HistoryOptions;
  readonly random: SeededChoices;
  readonly repository: SimulatedRepository;
  readonly clones: readonly Clone[];
  nextWrite: number;
}

/** A random history of three to five clones, and what becomes of it when they are joined. The seed repeats it. */
export function simulateHistory(seed: number, options: HistoryOptions): HistoryResult {
  const simulation = newSimulation(seed, options);
  const { random, repository, clones } = simulation;
  const steps = 10 + random.below(25);
  for (let step = 0; step < steps; step += 1) takeStep(simulation);
  const heads = clones.map(({ head }) => head);
  const orders = [heads, [...heads].reverse(), random.shuffled(heads)];
  const results = orders.map((order) => order.reduce((a, b) => repository.merge(a, b)));
  const [first] = results;
  return {
    orderDependent: new Set(results.map(({ document }) => formatDocument(document))).size > 1,
    lost: first === undefined ? [] : results.flatMap(lostRegisters),
    commits: repository.commits.length,
  };
}

function newSimulation(seed: number, options: HistoryOptions): Simulation {
  const random = seededChoices(seed);
  const repository = simulatedRepository();
  let minutes = 0;
  const records = IDS.slice(0, 2).map(
    (id) => [id, { title: id, status: 'open', created: stampOfStart(random) }] as const,
  );
  const document = documentWith(Object.fromEntries(records));
  const root = repository.commit({ parents: [], document, own: [], known: new Set() });
  const clones = Array.from({ length: 3 + random.below(3) }, (_, index) => {
    const offset = (random.below(2001) / 1000 - 1) * DAY;
    const now = (): number => START + (minutes += random.below(30)) * MINUTE + offset;
    return { head: root, latest: undefined, stamper: createStamper({ now }, `cln${index}`) };
  });
  return { options, random, repository, clones, nextWrite: 0 };
}

function stampOfStart(random: SeededChoices): string {
  return createStamper({ now: () => START + (random.below(3) - 1) * DAY }, 'root').next();
}

function takeStep(simulation: Simulation): void {
  const { random, clones, repository, options } = simulation;
  const clone = random.pick(clones);
  if (random.chance(options.reverts ?? 0)) {
    revert(simulation, clone);
    return;
  }
  const other = random.pick(clones).head;
  const dice = random.below(100);
  if (dice < 45) edit(simulation, clone);
  else if (dice < 60) editByHand(simulation, clone);
  else if (dice < 84 || options.replays !== true) clone.head = repository.merge(clone.head, other);
  else if (dice < 93) rebase(simulation, clone, other);
  else cherryPick(simulation, clone, random.pick(repository.commits));
}

function edit(simulation: Simulation, clone: Clone): void {
  const { random } = simulation;
  let { document } = clone.head;
  const paths: [string, string][] = [];
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const id = random.pick(IDS);
    if (document.records.has(id)) {
      const change = randomChange(simulation, id);
      document = applyChange(document, change, clone.stamper);
      paths.push([id, change.path]);
    } else if (!simulation.repository.commits.some((each) => each.document.records.has(id))) {
      document = applyChange(document, { type: 'add', id, fields: { title: id, status: 'open' } }, clone.stamper);
    }
  }
  commitEdits(simulation, clone, document, paths);
}

/** Somebody types into the file, and commits it as it is or after a save of ours. */
function editByHand(simulation: Simulation, clone: Clone): void {
  const { random } = simulation;
  const { document } = clone.head;
  const id = random.pick(IDS);
  const record = document.records.get(id);
  if (!isObject(record)) return;
  const { path, value } = randomChange(simulation, id);
  if (path.includes('/')) return;
  const typed = value === undefined ? withoutMember(record, path) : withMember(record, path, value);
  const disk: GoalDocument = { ...document, records: new Map(document.records).set(id, typed) };
  const isSaved = simulation.options.unstamped !== true || random.chance(0.5);
  const saved = isSaved ? stampHandEdits(document, disk, clone.stamper) : disk;
  commitEdits(simulation, clone, saved, [[id, path]]);
}

function randomChange(simulation: Simulation, id: string): Change & { readonly type: 'set' } {
  const { random } = simulation;
  simulation.nextWrite += 1;
  const unique = `text ${simulation.nextWrite}`;
  const choices: readonly (readonly [string, Json | undefined])[] = [
    ['status', random.pick(['open', 'done'])],
    ['status', random.pick(['open', 'done'])],
    ['title', unique],
    ['due', random.chance(0.3) ? undefined : unique],
    ['parent', random.chance(0.2) ? undefined : random.pick(IDS)],
    ['values/v-0000000001', random.chance(0.4) ? undefined : true],
    ['values/v-0000000002', random.chance(0.4) ? undefined : true],
    ['later/deep/note', random.chance(0.2) ? undefined : unique],
    ['deleted', random.chance(0.5)],
  ];
  const [path, value] = random.pick(choices);
  return { type: 'set', id, path, value };
}

/** Commits a document and notes which registers were written in it. */
function commitEdits(
  simulation: Simulation,
  clone: Clone,
  document: GoalDocument,
  touched: readonly (readonly [id: string, path: string])[],
): void {
  const { head } = clone;
  const own: Write[] = [];
  for (const [id, path] of touched) {
    const isSame = sameJson(registerOf(head.document, id, path), registerOf(document, id, path));
    const register = `${id} ${path}`;
    // Changed and changed back within one commit still bears a newer stamp.
    const isStamped = sameJson(head.document.records.get(id), document.records.get(id));
    if ((isSame && isStamped) || own.some((write) => write.register === register)) continue;
    own.push(writeOf(simulation, head, register, registerOf(document, id, path)));
  }
  if (document === head.document) return;
  clone.head = simulation.repository.commit({
    parents: [head],
    document,
    own,
    known: new Set([...head.known, ...own]),
  });
  clone.latest = clone.head;
}

function writeOf(simulation: Simulation, head: Commit, register: string, value: Json | undefined): Write {
  const seen = [...head.known].filter((write) => write.register === register);
  simulation.nextWrite += 1;
  const before = new Set(seen.flatMap((write) => [write, ...write.before]));
  const spelled = value === undefined ? '' : canonicalJson(value);
  return { id: simulation.nextWrite, register, value: spelled, before, isRevert: false };
}

function registerOf(document: GoalDocument, id: string, path: string): Json | undefined {
  const record = document.records.get(id);
  return isObject(record) ? valueAt(record, splitPath(path)) : undefined;
}

function rebase({ repository }: Simulation, clone: Clone, upstream: Commit): void {
  let head = upstream;
  for (const commit of repository.missing(clone.head, upstream)) head = pick(repository, head, commit);
  clone.head = head;
}

function cherryPick({ repository }: Simulation, clone: Clone, commit: Commit): void {
  if (commit.parents.length === 1) clone.head = pick(repository, clone.head, commit);
}

function pick(repository: SimulatedRepository, onto: Commit, commit: Commit): Commit {
  const [parent] = commit.parents;
  return parent === undefined ? onto : repository.replay(onto, parent, commit, commit.own);
}

function revert(simulation: Simulation, clone: Clone): void {
  const { random, repository, options } = simulation;
  const { head, latest } = clone;
  const reachable = repository.missing(head, repository.commits[0] ?? head);
  const candidates = options.revertOf === 'own' ? reachable.filter((commit) => commit === latest) : reachable;
  if (candidates.length === 0) return;
  const reverted = random.pick(candidates);
  const [parent] = reverted.parents;
  if (parent === undefined) return;
  const after = repository.replay(head, reverted, parent, []);
  if (after === head) return;
  const own = reverted.own
    .map((write) => ({ write, value: registerOf(after.document, ...place(write)) }))
    .filter(({ write, value }) => !sameJson(registerOf(head.document, ...place(write)), value))
    .map(({ write, value }) => ({ ...writeOf(simulation, head, write.register, value), isRevert: true }));
  const known = new Set([...head.known, ...own]);
  clone.head = repository.commit({ parents: [head], document: after.document, own, known });
  clone.latest = undefined;
}

function place({ register }: Write): [id: string, path: string] {
  const [id = '', path = ''] = register.split(' ');
  return [id, path];
}

/** Registers that hold none of the values that nobody overwrote knowingly; what a revert takes back may come or go. */
function lostRegisters({ document, known }: Commit): string[] {
  const overwritten = new Set([...known].flatMap((write) => [...write.before]));
  const last = [...known].filter((write) => !overwritten.has(write));
  return [...new Set(last.map(({ register }) => register))].filter((register) => {
    const values = last.filter((write) => write.register === register);
    const [first] = values;
    if (values.some(({ isRevert }) => isRevert)) return false;
    const value = first && registerOf(document, ...place(first));
    return !values.some((write) => write.value === (value === undefined ? '' : canonicalJson(value)));
  });
}
