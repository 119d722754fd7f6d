/** Value that is loaded once and kept until it is forgotten. */
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

/** Values by key, each loaded once and kept until all are forgotten. A failed one is loaded again. */
export interface RememberedEach<T> {
  readonly get: (key: string) => Promise<T>;
  forget(): void;
}

export function rememberEach<T>(load: (key: string) => Promise<T>): RememberedEach<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    get(key) {
      const known = kept.get(key);
      if (known) return known;
      const loading = load(key);
      kept.set(key, loading);
      loading.catch(() => {
        if (kept.get(key) === loading) kept.delete(key);
      });
      return loading;
    },
    forget: () => {
      kept.clear();
    },
  };
}

/** Value for some texts, kept until they change or it is forgotten. */
export interface RememberedFor<T> {
  readonly get: (texts: readonly string[]) => Promise<T>;
  forget(): void;
}

export function rememberFor<T>(load: (texts: readonly string[]) => Promise<T>): RememberedFor<T> {
  let kept: { readonly texts: readonly string[]; readonly value: Promise<T> } | undefined;
  return {
    get(texts) {
      const known = kept;
      const isSame = known?.texts.length === texts.length && texts.every((text, index) => text === known.texts[index]);
      kept = known && isSame ? known : { texts, value: load(texts) };
      return kept.value;
    },
    forget: () => {
      kept = undefined;
    },
  };
}
