/** Register paths are JSON Pointers (RFC 6901) inside a record, without the first slash. */

export function splitPath(path: string): string[] {
  return path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function joinPath(keys: readonly string[]): string {
  return keys.map(pathSegment).join('/');
}

/** Returns a key as it is spelled between the slashes of a path. */
export function pathSegment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Tells whether `path` is `ancestor` or lies inside it. */
export function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}
