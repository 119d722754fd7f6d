/**
 * The row to go on with once the one with this key was acted on, which stood at `index`: undefined where it stands there still,
 * `none` where no row is left.
 */
export function rowAfter<Row extends { readonly key: string }>(
  key: string,
  index: number,
  rows: readonly Row[],
): Row | 'none' | undefined {
  if (rows.some((row) => row.key === key)) return undefined;
  return rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? 'none';
}
