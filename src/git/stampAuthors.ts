import { DAY } from '../core/day';
import { parseStamp } from '../core/document/stamp';
import { literally, nameInTree } from './pathInTree';
import { PLAIN_LOG } from './plainLog';
import type { Repository } from './repository';
import { runGit } from './runGit';

/**
 * Who committed a change first, by its stamp, as far as HEAD's history tells: all of them in one reading of it.
 * @param files absolute paths of goals files.
 */
export async function stampAuthors(
  repository: Repository,
  files: readonly string[],
  stamps: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const times = stamps.flatMap((stamp) => parseStamp(stamp)?.millis ?? []);
  const authors = new Map<string, string>();
  if (times.length === 0) return authors;
  // Clocks differ, so a day more is read.
  const since = Math.floor((Math.min(...times) - DAY) / 1000);
  const lists = ['--reverse', `--since=${since}`, '--patch', '--unified=0', '--format=tformat:%x00%aN%x00'];
  const names = files.map((file) => literally(nameInTree(repository, file)));
  const output = await runGit(repository.root, [...PLAIN_LOG, ...lists, '--', ...names]).catch(() => '');
  const wanted = new Set(stamps);
  const [, ...fields] = output.split('\0');
  for (let index = 0; index + 1 < fields.length; index += 2) {
    for (const [, stamp = ''] of (fields[index + 1] ?? '').matchAll(/^\+.*"(\d{8}T\d{9}Z-\d{4}-[0-9a-z]{4})"/gm)) {
      if (wanted.has(stamp) && !authors.has(stamp)) authors.set(stamp, fields[index] ?? '');
    }
  }
  return authors;
}
