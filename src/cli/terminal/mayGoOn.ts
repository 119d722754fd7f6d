import { UsageError } from './failure';
import type { Terminal } from './terminal';

/**
 * Asks a question that is answered with y or n.
 * @throws UsageError where nobody is there to answer.
 */
export async function mayGoOn(question: string, { interactive, ask }: Terminal): Promise<boolean> {
  if (!interactive) throw new UsageError('There is no terminal to ask in; --yes does this unasked.');
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `)).trim());
}
