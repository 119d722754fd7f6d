// hostTests.js [--host newest|oldest|download] [--grep TEXT]: runs test/host in a real VS Code, one run for each folder with tests.
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HOST_VARIANTS, type HostVariant } from '../support/host/hostVariant';
import { runHostTests } from '../support/host/runHostTests';
import { projectFolder } from '../support/run/projectFolder';

function hasTests({ folder }: HostVariant): boolean {
  const built = projectFolder('dist-test/host', folder);
  return existsSync(built) && readdirSync(built).some((name) => name.endsWith('.test.js'));
}

/** A test in a folder that no variant names would never run. */
function refuseUnknownFolders(): void {
  const known = new Set(HOST_VARIANTS.map(({ folder }) => folder));
  for (const entry of readdirSync(projectFolder('dist-test/host'), { withFileTypes: true })) {
    if (entry.isDirectory() && !known.has(entry.name))
      throw new Error(`hostVariant.ts does not name test/host/${entry.name}.`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { host: { type: 'string', default: 'newest' }, grep: { type: 'string' } } });
  refuseUnknownFolders();
  const download = values.host.startsWith('download');
  const host = values.host.endsWith('oldest') ? 'oldest' : 'newest';
  for (const variant of HOST_VARIANTS.filter(hasTests)) {
    if (download && !variant.trusted) {
      console.error(
        `Not run: test/host/${variant.folder}; the test runner of the desktop VS Code trusts every folder.`,
      );
      continue;
    }
    await runHostTests({ host, download, variant, grep: values.grep }).catch((error: unknown) => {
      console.error(`test/host/${variant.folder}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
