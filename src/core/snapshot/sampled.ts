/** Picks at most so many items at equal distances, including the first and the last. @param most at least 2 */
export function sampled<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => all[Math.round(index * step)]).filter((each) => each !== undefined);
}
