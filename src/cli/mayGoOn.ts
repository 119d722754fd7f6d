import { UsageError } from './failure';
import type { Terminal } from './terminal';

/**
 * Asks a question that is answered with y or n.
 * @throws UsageError where nobody is there to answer.
 */
export async function mayGoOn(question: string, terminal: Terminal): Promise<boolean> {
  if (!terminal.interactive) throw new UsageError('There is no terminal to ask in; --yes does this unasked.');
  terminal.flush();
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
