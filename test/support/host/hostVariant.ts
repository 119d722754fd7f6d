import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { configureIdentity, gitRepository, temporaryRepository } from '../gitRepository';
import { temporaryFolder } from '../temporaryFolder';

/** What VS Code opens for the test files of one folder; a variant is a VS Code run of its own. */
export interface PreparedWorkspace {
  /** Folder or `.code-workspace` file; undefined is an empty window. */
  readonly path: string | undefined;
  remove(): Promise<void>;
}

export interface HostVariant {
  /** Folder below test/host with the tests that run in it; '.' is test/host itself. */
  readonly folder: string;
  readonly trusted: boolean;
  prepare(): Promise<PreparedWorkspace>;
}

export const HOST_VARIANTS: readonly HostVariant[] = [
  { folder: '.', trusted: true, prepare: repositoryWithOneCommit },
  { folder: 'untrusted', trusted: false, prepare: repositoryWithOneCommit },
  { folder: 'plainFolder', trusted: true, prepare: () => temporaryFolder('plain') },
  { folder: 'subfolder', trusted: true, prepare: subfolder },
  { folder: 'multiRoot', trusted: true, prepare: multiRoot },
  {
    folder: 'emptyWindow',
    trusted: true,
    prepare: () => Promise.resolve({ path: undefined, remove: () => Promise.resolve() }),
  },
];

async function repositoryWithOneCommit(): Promise<PreparedWorkspace> {
  const repository = await temporaryRepository();
  await repository.write('readme.md', '# Sample\n');
  await repository.commit('Begin');
  return repository;
}

/** The folder `packages/app` of a repository. */
async function subfolder(): Promise<PreparedWorkspace> {
  const repository = await temporaryRepository();
  const file = await repository.write('packages/app/readme.md', '# App\n');
  await repository.commit('Begin');
  return { path: path.dirname(file), remove: () => repository.remove() };
}

/** Two repositories, `first` and `second`, and a folder `plain`, side by side. */
async function multiRoot(): Promise<PreparedWorkspace> {
  const parent = await temporaryFolder('roots');
  for (const name of ['first', 'second', 'plain']) {
    const folder = path.join(parent.path, name);
    await mkdir(folder);
    if (name === 'plain') continue;
    const repository = gitRepository(folder);
    await repository.git('init', '--quiet', '--initial-branch=main');
    await configureIdentity(repository);
    await repository.commit('Begin');
  }
  const file = path.join(parent.path, 'roots.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }, { path: 'plain' }] }));
  return { path: file, remove: () => parent.remove() };
}
