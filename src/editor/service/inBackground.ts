import type { Remembered } from './remember';

export interface InBackground<T> extends Remembered<T | undefined> {
  /** Resolves when nothing newer is to be had. */
  settled(): Promise<void>;
}

/**
 * A value that nothing waits for: undefined until it is there, the old one while it is worked out anew after `forget`.
 * @param load must not reject; @param onReady called when another value than before is there.
 */
export function inBackground<T>(load: () => Promise<T | undefined>, onReady: () => void): InBackground<T> {
  const state: { value: T | undefined; isFresh: boolean; running: Promise<void> | undefined } = {
    value: undefined,
    isFresh: false,
    running: undefined,
  };
  const run = async (): Promise<void> => {
    const before = state.value;
    // Forgotten while it was worked out: what came of it may be old already.
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
