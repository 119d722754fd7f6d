/** Register paths are JSON Pointers (RFC 6901) inside a record, without the first slash. */

export function splitPath(path: string): string[] {
  return path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `path` extended by one key; an empty path gives the key alone. */
export function joinPath(path: string, key: string): string {
  const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return path === '' ? escaped : `${path}/${escaped}`;
}
