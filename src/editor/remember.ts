/** A value that is loaded once and kept until it is forgotten. */
export interface Remembered<T> {
  get(): Promise<T>;
  forget(): void;
}

export function remember<T>(load: () => Promise<T>): Remembered<T> {
  let kept: Promise<T> | undefined;
  return {
    get: () => (kept ??= load()),
    forget: () => {
      kept = undefined;
    },
  };
}
