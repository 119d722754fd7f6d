// check.js: import cycles, file sizes, and whether package.json agrees with the code. One line for each problem, exit 1 if there is any.
import { checkFileSizes } from '../support/check/checkFileSizes';
import { checkImportCycles } from '../support/check/checkImportCycles';
import { checkManifest } from './checkManifest';
import { sourceFiles } from '../support/check/sourceFiles';

async function main(): Promise<void> {
  const files = sourceFiles('src');
  const problems = [...checkImportCycles(files), ...checkFileSizes(files), ...(await checkManifest())];
  for (const problem of problems) console.error(problem);
  console.log(`${files.length} files checked, ${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
