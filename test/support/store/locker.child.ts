// locker.child.js LOCK hold: takes a lock, prints `held` and keeps it until it is killed.
// locker.child.js LOCK ROUNDS MARK: takes and leaves a lock. While holding it, it makes a file that nobody else may make meanwhile; half of the
// time it leaves the lock as a dead process would (MARK: that of one). Prints `overlap` for each time it was not alone, at the end `done`.
import { existsSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { acquireLock } from '../../../src/store/lock';

async function main([file = '', rounds = '0', deadMark = '']: readonly string[]): Promise<void> {
  if (rounds === 'hold') {
    await acquireLock(file);
    writeSync(1, 'held\n');
    setInterval(() => undefined, 60_000);
    return;
  }
  const witness = `${file}-witness`;
  for (let round = 0; round < Number(rounds); round++) {
    const lock = await acquireLock(file, 30_000);
    if (existsSync(witness)) writeSync(1, 'overlap\n');
    writeFileSync(witness, String(process.pid));
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    if (readFileSync(witness, 'utf8') !== String(process.pid)) writeSync(1, 'overlap\n');
    rmSync(witness);
    // A new mark each time, as each dead process has its own.
    const random = Math.floor(Math.random() * 2 ** 48)
      .toString(16)
      .padStart(12, '0');
    if (round % 2 === 0) writeFileSync(file, deadMark.replace(/[^-]*$/, random));
    await lock.release();
  }
  writeSync(1, 'done\n');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  writeSync(1, `failed ${String(error)}\n`);
  process.exitCode = 1;
});
