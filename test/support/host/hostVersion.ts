export type HostName = 'newest' | 'oldest';

export interface HostVersion {
  readonly name: HostName;
  readonly vscode: string;
  /** Version of the npm package that carries this VS Code's server and workbench. */
  readonly codeServer: string;
  /** Version of the Node that this VS Code is made for. */
  readonly node: string;
}

export const HOSTS: Readonly<Record<HostName, HostVersion>> = {
  newest: { name: 'newest', vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  oldest: { name: 'oldest', vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
};
