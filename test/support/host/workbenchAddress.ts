export interface WorkbenchTarget {
  /** Absolute path of a folder, of a `.code-workspace` file, or nothing for an empty window. */
  readonly workspace?: string | undefined;
  /** Absolute path of the extension to load from its folder. */
  readonly extension?: string | undefined;
  /** Absolute path of the test suite to run in the extension host. */
  readonly tests?: string | undefined;
}

/** The address that opens a workspace in the VS Code server at `port`, in any browser. */
export function workbenchAddress(port: number, { workspace, extension, tests }: WorkbenchTarget): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`;
  const payload: [string, string][] = [];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = [workspaceParameter(workspace)];
  if (payload.length > 0) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return `http://127.0.0.1:${port}/?${query.join('&')}`;
}

function workspaceParameter(workspace: string | undefined): string {
  if (workspace === undefined) return 'ew=true';
  const name = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${name}=${encodeURIComponent(workspace).replaceAll('%2F', '/')}`;
}
