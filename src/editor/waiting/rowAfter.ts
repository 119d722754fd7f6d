/**
 * Returns the row to continue with after an action on the row with this key, which was at `index`: undefined if that row is still there,
 * `none` if no row is left.
 */
export function rowAfter<Row extends { readonly key: string }>(
  key: string,
  index: number,
  rows: readonly Row[],
): Row | 'none' | undefined {
  if (rows.some((row) => row.key === key)) return undefined;
  return rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? 'none';
}
