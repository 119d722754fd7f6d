// record.js: records what every face shows in test/support/fixtures/shown, where the difference to what was shown before can be read.
import { recordFaces } from '../support/shown/recordedFaces';

async function main(): Promise<void> {
  const changed = await recordFaces();
  for (const name of changed) console.log(`${name}: written`);
  if (changed.length === 0) console.log('Everything is shown as it is recorded.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
