import * as vscode from 'vscode';

/** Part of the built-in git extension's API that this extension needs. */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  /** Function to register a provider of commit details; absent in older versions. */
  registerSourceControlHistoryItemDetailsProvider?(provider: CommitDetailsProvider): vscode.Disposable;
}

/** Provider that is asked for each commit shown in graph, timeline and blame; the first one with an answer wins. */
export interface CommitDetailsProvider {
  provideAvatar(): undefined;
  /** Returns no commands; called once per repository, not per commit. */
  provideHoverCommands(): undefined;
  /** Returns the message as Markdown, or undefined to leave it to other providers. */
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

/** Returns the git extension's API; undefined if it is absent or switched off, as in Restricted Mode. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = gitExtension();
  if (!extension) return undefined;
  return apiOf(await extension.activate());
}

/** Returns the same API if the git extension runs already; starts nothing. */
export function runningGitApi(): GitApi | undefined {
  const extension = gitExtension();
  return extension?.isActive ? apiOf(extension.exports) : undefined;
}

/** Tells whether two paths are the same; Windows writes the drive letter in either case. */
export function samePath(a: string, b: string): boolean {
  return vscode.Uri.file(a).toString() === vscode.Uri.file(b).toString();
}

function gitExtension(): vscode.Extension<GitExtension> | undefined {
  return vscode.extensions.getExtension<GitExtension>('vscode.git');
}

/** Returns the API, or undefined for a git that is switched off: asking that one for its API throws. */
function apiOf(git: GitExtension): GitApi | undefined {
  return git.enabled ? git.getAPI(1) : undefined;
}
