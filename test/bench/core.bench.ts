import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { formatDocument } from '../../src/core/document/formatDocument';
import { parseGoalFile } from '../../src/core/document/parseGoalFile';
import { buildSnapshot } from '../../src/core/space/buildSnapshot';
import { calendarAt } from '../../src/core/snapshot/calendar';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { TreeElements } from '../../src/editor/tree/treeElements';
import { mineModel, teamModel } from '../../src/editor/tree/treeModel';
import { systemHash, systemZone } from '../../src/store/nodePorts';
import type { Figure } from '../support/run/figure';
import { interleave, measure, median } from '../support/run/figure';
import { manyGoals } from '../support/manyGoals';

const ROUNDS = 15;
const SHOWN_BUDGET = 100;
const TREE_BUDGET = 150;
const MEMORY_BUDGET = 50;

/** From the bytes of a goals file to the rows of the trees, without the editor that draws them. */
export async function run(): Promise<readonly Figure[]> {
  const small = Buffer.from(formatDocument(manyGoals(2000).document));
  const { a, b } = await interleave(
    () => rowsOf(small),
    () => JSON.parse(small.toString()) as unknown,
    ROUNDS,
  );
  const large = Buffer.from(formatDocument(manyGoals(10_000).document));
  const large10 = await measure(() => rowsOf(large));
  return [
    figure('outside change → rows, 2000 goals', median(a), 'ms', SHOWN_BUDGET, median(b)),
    figure('first rows of 10000 goals', large10, 'ms', TREE_BUDGET * 5, null),
    figure('memory of 10000 goals', memoryOf(large), 'MB', MEMORY_BUDGET, null),
  ];
}

function figure(name: string, value: number, unit: string, budget: number, reference: number | null): Figure {
  return { name, value, unit, budget, ok: value <= budget, reference };
}

function snapshotOf(bytes: Buffer): Snapshot {
  const sources = [{ scope: 'team' as const, path: 'goals.json', reading: parseGoalFile(bytes) }];
  const calendar = calendarAt(Date.UTC(2026, 10, 20), systemZone);
  return buildSnapshot({
    sources,
    commits: [],
    me: 'person1@example.com',
    active: undefined,
    people: new Map(),
    calendar,
    hash: systemHash,
  });
}

/** The rows an open tree asks for at once: the top level and what is below its first rows. */
function rowsOf(bytes: Buffer): number {
  const snapshot = snapshotOf(bytes);
  const models = [teamModel(snapshot, new TreeElements()), mineModel(snapshot, new TreeElements())];
  return models.reduce(
    (count, model) => count + model.roots.reduce((below, row) => below + model.children(row).length, 0),
    0,
  );
}

/** Megabytes that stay in use while a snapshot is held. */
function memoryOf(bytes: Buffer): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const snapshot = snapshotOf(bytes);
  collect();
  const used = process.memoryUsage().heapUsed - before;
  return snapshot.goals.size === 0 ? Number.NaN : used / 1024 / 1024;
}
