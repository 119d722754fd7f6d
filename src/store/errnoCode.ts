import { constants } from 'node:os';

/** Returns the system's error code (`ENOENT`, `EACCES`, …); undefined for an error that is not the system's. */
export function errnoCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (/^E[A-Z0-9_]+$/.test(error.code) || !('errno' in error)) return error.code;
  // Node has no name of its own for some errors (EDQUOT), but the system's list does.
  const { errno } = error;
  const known = Object.entries(constants.errno).find(([, number]) => number === -Number(errno));
  return known?.[0] ?? error.code;
}
