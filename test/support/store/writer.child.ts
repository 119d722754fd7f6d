// writer.child.js FOLDER COUNT [personal]: adds goals one save after the other (COUNT 0: until it is killed), for their owner alone if
// they are personal. Prints each id once its save resolved; where it failed `! code message`, and tries the same change once more.
import { writeSync } from 'node:fs';
import { GoalFileError } from '../../../src/core/document/fileReading';
import { addGoal, goalFileAt } from './goalFileAt';

async function main([folder = '', count = '0', scope]: readonly string[]): Promise<void> {
  const replica = String(process.pid).padStart(4, '0').slice(-4);
  const file = goalFileAt(folder, replica, scope === 'personal' ? [] : undefined);
  for (let number = 0; count === '0' || number < Number(count); number++) {
    const change = addGoal(`Goal ${number} of process ${process.pid}`);
    await file.save([change]).catch((error: unknown) => {
      writeSync(1, `! ${error instanceof GoalFileError ? error.code : 'unknown'} ${String(error)}\n`);
      return file.save([change]);
    });
    // Synchronous: what was acknowledged must have left the process when it is killed.
    writeSync(1, `${change.id}\n`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  writeSync(1, `! ${String(error)}\n`);
  process.exitCode = 1;
});
