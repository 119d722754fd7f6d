const LEAST = 4;

/** Returns for each id its shortest unique beginning (after `g-`, at least four characters). */
export function shortIds(ids: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...ids].sort();
  return new Map(
    sorted.map((id, index) => {
      const needed = Math.max(commonLength(id, sorted[index - 1]), commonLength(id, sorted[index + 1])) + 1;
      return [id, id.slice(2, Math.max(needed, LEAST + 2))];
    }),
  );
}

function commonLength(id: string, other: string | undefined): number {
  let length = 0;
  while (other !== undefined && length < id.length && id[length] === other[length]) length += 1;
  return length;
}
