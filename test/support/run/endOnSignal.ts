/** On Ctrl+C and its like: cleans up once, then exits with 130. Signals that follow are ignored. */
export function endOnSignal(cleanUp: () => Promise<void>): void {
  const state = { ending: false };
  const end = (): void => {
    if (state.ending) return;
    state.ending = true;
    void cleanUp().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
