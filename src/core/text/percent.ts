/** Returns a measured share in whole percent, rounded down: 62.5 % is not 63 % yet, and 100 means that all of it is done. */
export function percentOf(share: number): number {
  // A sum of shares may end a hair below what it stands for.
  return Math.floor(share * 100 + 1e-9);
}

/** Returns a mean of shares in whole percent, rounded; 100 still means that all of it is done. */
export function meanPercent(share: number): number {
  const percent = Math.round(share * 100 + 1e-9);
  return percent >= 100 ? percentOf(share) : percent;
}
