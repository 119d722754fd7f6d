import type { CommandDeps } from '../commands/deps';
import { runningGitApi } from '../service/gitExtension';

/** Registers the hovers of commits once the git extension runs: they do not start it, and providers registered before keep their turn. */
export function registerCommitDetails({ service, subscriptions, log }: CommandDeps): void {
  const waiting = service.onDidChange(() => {
    const api = runningGitApi();
    if (!api) return;
    waiting.dispose();
    import('./commitDetails').then(
      ({ CommitDetails }) => {
        const provider = api.registerSourceControlHistoryItemDetailsProvider?.(new CommitDetails(service));
        if (provider) subscriptions.push(provider);
      },
      (error: unknown) => {
        log.error('The hovers of commits could not be registered.', error);
      },
    );
  });
  subscriptions.push(waiting);
}
