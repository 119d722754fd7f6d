import type { Remembered } from './remember';

export interface InBackground<T> extends Remembered<T | undefined> {
  /** Resolves when there is nothing newer to get. */
  settled(): Promise<void>;
}

/**
 * Returns a value that nothing waits for: undefined until it is there; after `forget`, the old one until the new one is there.
 * @param load must not reject
 * @param onReady called when the value has changed
 */
export function inBackground<T>(load: () => Promise<T | undefined>, onReady: () => void): InBackground<T> {
  const state: { value: T | undefined; isFresh: boolean; running: Promise<void> | undefined } = {
    value: undefined,
    isFresh: false,
    running: undefined,
  };
  const run = async (): Promise<void> => {
    const before = state.value;
    // If the value was forgotten while it was loaded, the result may be outdated already.
    while (!state.isFresh) {
      state.isFresh = true;
      state.value = await load();
    }
    state.running = undefined;
    if (state.value !== before) onReady();
  };
  const settled = (): Promise<void> => {
    if (!state.isFresh) state.running ??= run();
    return state.running ?? Promise.resolve();
  };
  return {
    get() {
      void settled();
      return Promise.resolve(state.value);
    },
    forget() {
      state.isFresh = false;
    },
    settled,
  };
}
