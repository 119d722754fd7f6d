import * as vscode from 'vscode';

/** What this extension needs of the built-in git extension's API. */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  /** Absent in older versions. */
  registerSourceControlHistoryItemDetailsProvider?(provider: CommitDetailsProvider): vscode.Disposable;
}

/** Asked for each commit that source control shows, in graph, timeline and blame; the first provider with an answer wins. */
export interface CommitDetailsProvider {
  provideAvatar(): undefined;
  /** Asked once per repository, not per commit. */
  provideHoverCommands(): undefined;
  /** @returns the message as Markdown. */
  provideMessageLinks(repository: Pick<GitRepository, 'rootUri'>, message: string): string | undefined;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
}

interface GitExtension {
  /** False while the setting `git.enabled` is off. */
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The git extension's API; undefined where it is absent or switched off, as in Restricted Mode. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = gitExtension();
  if (!extension) return undefined;
  return apiOf(await extension.activate());
}

/** The same, where the git extension runs already: nothing is started for it. */
export function runningGitApi(): GitApi | undefined {
  const extension = gitExtension();
  return extension?.isActive ? apiOf(extension.exports) : undefined;
}

/** Whether two paths are one; Windows writes the letter of a drive in either case. */
export function samePath(a: string, b: string): boolean {
  return vscode.Uri.file(a).toString() === vscode.Uri.file(b).toString();
}

function gitExtension(): vscode.Extension<GitExtension> | undefined {
  return vscode.extensions.getExtension<GitExtension>('vscode.git');
}

/** It throws for the API of a git that is switched off. */
function apiOf(git: GitExtension): GitApi | undefined {
  return git.enabled ? git.getAPI(1) : undefined;
}
