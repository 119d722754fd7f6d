import path from 'node:path';

/** Root of the checkout: tests and tools run from its dist-test folder or with it as current directory, never from elsewhere. */
export function projectFolder(...below: string[]): string {
  const root = __dirname.slice(0, __dirname.lastIndexOf(`${path.sep}dist-test`));
  return path.join(root, ...below);
}
