import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runMergeDriver } from '../../../src/cli/verbs/runMergeDriver';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { parseGoalFile } from '../../../src/core/document/parseGoalFile';
import { documentWith } from '../../support/documents';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

/** A file with so many goals, whose ids come from a number on. */
function fileWith(count: number, from: number): string {
  const idOf = (number: number): string => `g-${number.toString().padStart(10, '0')}`;
  const ids = Array.from({ length: count }, (_, index) => idOf(from + index));
  return formatDocument(documentWith(Object.fromEntries(ids.map((id) => [id, { title: 'Goal' }]))));
}

describe('a merge that gives more goals than may be changed', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await temporaryFolder('many');
  });
  after(() => folder.remove());

  for (const [ours, theirs, state] of [
    [10_000, 10_000, 'ok'],
    [10_001, 10_000, 'readOnly'],
    [20_000, 1, 'readOnly'],
  ] as const) {
    it(`is written whole: ${ours} and ${theirs} give a file that opens ${state}`, async () => {
      const file = (name: string): string => path.join(folder.path, name);
      await writeFile(file('base'), '');
      await writeFile(file('ours'), fileWith(ours, 0));
      await writeFile(file('theirs'), fileWith(theirs, 50_000));
      const [base, here, there] = ['base', 'ours', 'theirs'].map(file) as [string, string, string];
      const place = { file: 'goals.json', root: folder.path, folder: folder.path, environment: {} };
      await runMergeDriver({ base, ours: here, theirs: there, ...place });
      const reading = parseGoalFile(await readFile(here));
      assert.equal(reading.state, state);
      assert.equal('document' in reading ? reading.document.records.size : 0, ours + theirs);
    });
  }
});
