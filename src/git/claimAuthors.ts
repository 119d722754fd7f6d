import type { Claim } from '../core/document/merge';
import { parseStamp } from '../core/document/stamp';
import type { Repository } from './repository';

export interface ClaimAuthor {
  readonly name: string;
  /** Lower-case. */
  readonly email: string;
}

/**
 * Who brought a value: the author of the oldest commit that holds its stamp, else of the commit that was merged; undefined
 * where no commit has it yet.
 * @param file path from the top of the work tree.
 */
export async function authorOfClaim(
  repository: Repository,
  file: string,
  { stamp }: Claim,
  tip: string | undefined,
): Promise<ClaimAuthor | undefined> {
  const format = '--format=%aN%x00%aE';
  if (stamp !== undefined && parseStamp(stamp)) {
    const output = await repository.git('log', '--all', format, `-S${stamp}`, '--', file).catch(() => '');
    const oldest = output.split('\n').at(-1) ?? '';
    if (oldest !== '') return asAuthor(oldest);
  }
  if (tip === undefined) return undefined;
  return asAuthor(await repository.git('log', '-1', format, tip, '--').catch(() => ''));
}

function asAuthor(line: string): ClaimAuthor | undefined {
  const [name = '', email = ''] = line.split('\0');
  return email === '' ? undefined : { name, email: email.toLowerCase() };
}
