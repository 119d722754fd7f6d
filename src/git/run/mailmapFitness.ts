import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Largest mailmap that is allowed, far larger than those of projects; git would read any size. */
const MOST_BYTES = 1024 * 1024;
/** Pattern for settings of a repository that name a mailmap, or another file that may. */
const MAY_NAME = /\[\s*(mailmap|include)/i;

/**
 * Tells whether git may read the files that correct names. git opens whatever is there: a named pipe would make it wait forever.
 * @param configured returns the value of `mailmap.file`, empty if unset; called only if the repository itself may have set it.
 */
export function isMailmapFit(root: string, configured: () => string): boolean {
  // A link in the work tree may lead out of it; newer versions of git do not follow it.
  if (!isFit(lstatSync(path.join(root, '.mailmap'), { throwIfNoEntry: false }))) return false;
  if (!MAY_NAME.test(settingsOf(root))) return true;
  const file = configured();
  return file === '' || isFit(statSync(path.resolve(root, file), { throwIfNoEntry: false }));
}

function isFit(found: { isFile(): boolean; readonly size: number } | undefined): boolean {
  return found === undefined || (found.isFile() && found.size <= MOST_BYTES);
}

/** Returns the text of the repository's own settings. */
function settingsOf(root: string): string {
  const gitDir = path.resolve(root, textOf(path.join(root, '.git')).replace(/^gitdir: |\n$/g, '') || '.git');
  const commonDir = path.resolve(gitDir, textOf(path.join(gitDir, 'commondir')).trimEnd());
  return textOf(path.join(commonDir, 'config')) + textOf(path.join(gitDir, 'config.worktree'));
}

/** Returns the text of a readable file, otherwise an empty one. */
function textOf(file: string): string {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
