/** What a key on a row says: it means the selected rows and no others, so that nobody is asked which. */
export function isOnRow(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'onRow' in argument && argument.onRow === true;
}
