import { DAY } from '../../core/ports/ports';
import { recordsInText, stampsOf } from '../../core/document/recordsInText';
import { parseStamp } from '../../core/document/stamp';
import type { FileSet } from '../files/fileChanges';
import { fileChanges } from '../files/fileChanges';
import type { Repository } from '../run/repository';

export interface ClaimAuthor {
  readonly name: string;
  /** Address in lower case. */
  readonly email: string;
}

/**
 * Returns the author who first committed each stamp, as far as the history of all branches tells, with one reading of it.
 * @param files absolute paths of goals files. @throws GitError
 */
export async function stampAuthors(
  repository: Repository,
  files: readonly string[],
  stamps: readonly string[],
): Promise<ReadonlyMap<string, ClaimAuthor>> {
  const times = stamps.flatMap((stamp) => parseStamp(stamp)?.millis ?? []);
  const authors = new Map<string, ClaimAuthor>();
  if (times.length === 0) return authors;
  // Clocks differ, so one more day is read.
  const since = Math.floor((Math.min(...times) - DAY) / 1000);
  const wanted = new Set(stamps);
  const wantedIn = (text: string): ReadonlySet<string> | undefined => {
    const records = recordsInText(text);
    return records && stampsOf(records, wanted);
  };
  for await (const { author, now, before } of fileChanges(repository, files, wantedIn, { since })) {
    const known = new Set(before.flatMap(stampsIn));
    for (const stamp of stampsIn(now)) {
      if (!authors.has(stamp) && !known.has(stamp)) authors.set(stamp, author);
    }
  }
  return authors;
}

function stampsIn({ versions }: FileSet<ReadonlySet<string>>): string[] {
  return versions.flatMap((version) => (typeof version === 'string' ? [] : [...version.content]));
}
