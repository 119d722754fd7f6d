import type { Remembered } from './remember';

/**
 * A value that nothing waits for: undefined until it is there, the old one while it is worked out anew after `forget`.
 * @param load must not reject; @param onReady called when another value than before is there.
 */
export function inBackground<T>(load: () => Promise<T | undefined>, onReady: () => void): Remembered<T | undefined> {
  const state: { value: T | undefined; isFresh: boolean; isRunning: boolean } = {
    value: undefined,
    isFresh: false,
    isRunning: false,
  };
  const run = async (): Promise<void> => {
    const before = state.value;
    state.isRunning = true;
    // Forgotten while it was worked out: what came of it may be old already.
    while (!state.isFresh) {
      state.isFresh = true;
      state.value = await load();
    }
    state.isRunning = false;
    if (state.value !== before) onReady();
  };
  return {
    get() {
      if (!state.isFresh && !state.isRunning) void run();
      return Promise.resolve(state.value);
    },
    forget() {
      state.isFresh = false;
    },
  };
}
