import { mkdir, rm, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { Figure } from '../support/run/figure';
import { interleave, measure, median } from '../support/run/figure';
import { addGoal, goalFileAt } from '../support/store/goalFileAt';
import { temporaryFolder } from '../support/temporaryFolder';

const GOALS = 2000;
const ROUNDS = 40;
/** A save may cost this many times what writing the same bytes durably costs. */
const FACTOR = 5;
/** Milliseconds until a save that fails has said so. */
const WAIT = 1000;

/** A save of one edit among 2,000 goals, against a bare write, fsync and rename of the same bytes. */
export async function run(): Promise<readonly Figure[]> {
  const folder = await temporaryFolder('bench');
  try {
    const file = goalFileAt(folder.path);
    const goals = Array.from({ length: GOALS }, (_, number) => addGoal(`Goal number ${number}`));
    const bytes = Buffer.from(formatDocument(await file.save(goals)));
    const id = goals[GOALS / 2]?.id ?? '';
    let round = 0;
    const { a, b } = await interleave(
      () => file.save([{ type: 'set', id, path: 'title', value: `Title ${round++}` }]),
      () => writeBarely(path.join(folder.path, 'bare.json'), bytes),
      ROUNDS,
    );
    const reference = median(b);
    const value = median(a);
    const budget = FACTOR * reference;
    return [
      { name: `save one edit, ${GOALS} goals`, value, unit: 'ms', budget, ok: value <= budget, reference },
      await failedSave(path.join(folder.path, 'failing')),
    ];
  } finally {
    await folder.remove();
  }
}

/** How long a person waits to hear that nothing was saved: a folder stands where the file should. */
async function failedSave(folder: string): Promise<Figure> {
  const file = goalFileAt(folder);
  await mkdir(file.path, { recursive: true });
  const value = await measure(async () => {
    const isSaved = await file.save([addGoal('In vain')]).then(
      () => true,
      () => false,
    );
    if (isSaved) throw new Error('A save that cannot succeed did.');
  });
  return { name: 'message of a failed save', value, unit: 'ms', budget: WAIT, ok: value <= WAIT, reference: null };
}

async function writeBarely(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.tmp`;
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
