// docs.js [--check]: brings the tables of README.md and l10n/bundle.l10n.json up to date with the tree; --check changes nothing, exit 1 if they are not.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkGenerated, generatedFiles } from '../support/docs/generatedFiles';
import { projectFolder } from '../support/run/projectFolder';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  if (values.check === true) {
    const problems = await checkGenerated();
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
    return;
  }
  for (const { name, current, wanted } of await generatedFiles()) {
    if (current !== wanted) writeFileSync(projectFolder(name), wanted);
    console.log(`${name}: ${current === wanted ? 'was up to date' : 'written'}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
