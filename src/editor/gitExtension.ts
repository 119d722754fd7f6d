import * as vscode from 'vscode';

/** What this extension needs of the built-in git extension's API. */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
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
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  const git = await extension.activate();
  // It throws for the API of a git that is switched off.
  return git.enabled ? git.getAPI(1) : undefined;
}
