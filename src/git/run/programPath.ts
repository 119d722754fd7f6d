import path from 'node:path';

export interface ProgramSearch {
  readonly platform: NodeJS.Platform;
  /** PATH of the system; undefined if it is not set. */
  readonly path: string | undefined;
  /** PATHEXT of Windows, which orders the endings of programs. */
  readonly extensions: string | undefined;
  /** Folder from which, or from below which, no program is taken; undefined if none is excluded. */
  readonly forbidden: string | undefined;
  /** Tells whether the file can be started. */
  isProgram(file: string): boolean;
  /** Returns the folder with symbolic links resolved. */
  resolve(folder: string): string;
}

/** Folders that a system without a PATH searches. */
const STANDARD = '/usr/bin:/bin';
/** Endings of programs that Windows starts without a shell. */
const STARTABLE = ['.COM', '.EXE'];

/**
 * Returns the absolute path of the program that the PATH names; undefined if there is none. Folders relative to the current one do
 * not count, nor does the current one itself, which Windows would search first: both may be in somebody's clone.
 */
export function programPath(name: string, search: ProgramSearch): string | undefined {
  const { platform, forbidden } = search;
  const paths = pathsOf(platform);
  const written = search.path ?? (platform === 'win32' ? '' : STANDARD);
  for (const entry of written.split(paths.delimiter)) {
    // Windows allows quotation marks around a folder.
    const folder = platform === 'win32' ? entry.replaceAll('"', '') : entry;
    if (!paths.isAbsolute(folder) || isRooted(folder, platform)) continue;
    const found = endings(search).map((ending) => paths.join(folder, name + ending));
    const program = found.find((file) => search.isProgram(file));
    if (program === undefined) continue;
    const places = forbidden === undefined ? [] : [folder, search.resolve(folder)];
    if (places.every((place) => !isWithin(place, forbidden ?? '', platform))) return program;
  }
  return undefined;
}

/** Tells whether a folder is the other one or lies below it. */
export function isWithin(folder: string, other: string, platform: NodeJS.Platform): boolean {
  const paths = pathsOf(platform);
  const way = paths.relative(other, folder);
  return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}

function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

/** Tells whether a folder lacks a drive: `\bin` of Windows is on whatever drive is the current one. */
function isRooted(folder: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && /^[\\/](?![\\/])/.test(folder);
}

function endings({ platform, extensions }: ProgramSearch): readonly string[] {
  if (platform !== 'win32') return [''];
  const known = (extensions ?? '').toUpperCase().split(';');
  const startable = known.filter((ending) => STARTABLE.includes(ending));
  return (startable.length > 0 ? startable : STARTABLE).map((ending) => ending.toLowerCase());
}
