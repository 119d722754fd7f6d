/** One line for each value that only one of two places has. */
export function compareSets(
  what: string,
  left: readonly string[],
  right: readonly string[],
  where: { readonly left: string; readonly right: string },
): string[] {
  const missing = (from: readonly string[], of: readonly string[], has: string, lacks: string): string[] =>
    [...new Set(of)]
      .filter((value) => !from.includes(value))
      .map((value) => `${has} has the ${what} "${value}", ${lacks} does not.`);
  return [...missing(right, left, where.left, where.right), ...missing(left, right, where.right, where.left)];
}
