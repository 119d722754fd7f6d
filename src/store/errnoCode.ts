/** The system's error code (`ENOENT`, `EACCES`, …), or undefined for an error that is not the system's. */
export function errnoCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
