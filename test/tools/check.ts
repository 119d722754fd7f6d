// check.js: import cycles, rooms, file sizes, planted faults, and whether package.json, texts and README agree with the code. A line for each problem, exit 1 if any.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as contributions from '../../src/editor/contributions';
import { checkFileSizes } from '../support/check/checkFileSizes';
import { checkImportCycles } from '../support/check/checkImportCycles';
import { checkPlantedFaults } from '../support/check/checkPlantedFaults';
import { checkRooms } from '../support/check/checkRooms';
import { checkProcesses } from '../support/check/checkProcesses';
import { checkManifest, checkUse } from '../support/check/checkManifest';
import { checkCodeTexts, checkManifestTexts, type TextFiles } from '../support/check/checkTexts';
import type { Manifest } from '../support/check/manifest';
import { sourceFiles } from '../support/check/sourceFiles';
import { checkGenerated } from '../support/docs/generatedFiles';
import { kindTexts } from '../support/docs/kindTexts';
import { ALL_FAULTS } from '../support/faults/allFaults';
import { projectFolder } from '../support/run/projectFolder';

function readTexts(folder: string, names: RegExp): TextFiles {
  if (!existsSync(projectFolder(folder))) return new Map();
  const files = readdirSync(projectFolder(folder)).filter((name) => names.test(name));
  return new Map(
    files.map((name) => {
      const file = path.join(folder, name);
      return [file, JSON.parse(readFileSync(projectFolder(file), 'utf8')) as Record<string, string>];
    }),
  );
}

function readProjectFile(name: string): string | undefined {
  const file = projectFolder(name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function main(): Promise<void> {
  const files = sourceFiles('src');
  const manifest = JSON.parse(readFileSync(projectFolder('package.json'), 'utf8')) as Manifest;
  const problems = [
    ...checkImportCycles(files),
    ...checkRooms(files),
    ...checkFileSizes(files),
    ...checkProcesses(files),
    ...checkManifest(manifest, contributions),
    ...checkUse(contributions, files.map(({ text }) => text).join('\n')),
    ...checkManifestTexts(manifest, readTexts('.', /^package\.nls.*\.json$/), Object.values(contributions.COMMANDS)),
    ...checkCodeTexts(files, readTexts('l10n', /^bundle\.l10n\.(\w+\.)?json$/), kindTexts()),
    ...checkPlantedFaults(ALL_FAULTS, readProjectFile),
    ...(await checkGenerated()),
  ];
  for (const problem of problems) console.error(problem);
  console.log(`${files.length} files checked, ${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
