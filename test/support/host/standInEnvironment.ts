import type { HostName } from './hostVersion';

/** What `code` has no flag for, or whose flag `runTests` of test-electron always sets: which VS Code, and whether folders are trusted. */
const HOST = 'VSCODE_TEST_HOST';
const UNTRUSTED = 'MICRO_GOALS_TEST_UNTRUSTED';

export function standInEnvironment(host: HostName, trusted: boolean): Record<string, string> {
  return { [HOST]: host, [UNTRUSTED]: trusted ? '' : 'yes' };
}

export function readStandInEnvironment(): { readonly host: HostName; readonly untrusted: boolean } {
  return { host: process.env[HOST] === 'oldest' ? 'oldest' : 'newest', untrusted: process.env[UNTRUSTED] === 'yes' };
}
