import { runCommandLine } from './runCommandLine';
import { processTerminal } from './terminal/terminal';

async function start(): Promise<void> {
  const { argv, env: environment } = process;
  process.exitCode = await runCommandLine(argv.slice(2), {
    cwd: () => process.cwd(),
    environment,
    terminal: processTerminal(environment),
    program: __dirname,
    // Node keeps the process alive until that work is done.
    outlasted: () => undefined,
  });
}

void start();
