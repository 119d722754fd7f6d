import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from './projectFolder';
import type { TemporaryFolder } from '../temporaryFolder';
import { temporaryFolder } from '../temporaryFolder';

const run = promisify(execFile);

/** What somebody writes who adds a kind, here one that shares its letter with another: this file in src/core/model, and the line of `addLine`. */
const EXPERIMENT = `import { date, deletion, longText, person } from './field';
import { defineKind } from './kind';

/** What a team tried out. */
export const experimentKind = defineKind({
  letter: 'i',
  where: { type: 'experiment' },
  name: 'experiment',
  label: 'Experiment',
  plural: 'Experiments',
  help: 'What was tried, and what it taught.',
  icon: 'history',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    date: date({ label: 'Day', required: true, preset: 'today' }),
    tried: longText({ label: 'Tried', required: true }),
    lesson: longText({ label: 'Lesson' }),
    owner: person({ label: 'Owner', preset: 'me' }),
    deleted: deletion(),
  },
  line: ({ tried }) => tried ?? '',
});
`;

/** A copy of the project to which a kind was added as CONTRIBUTING.md says. */
export interface ProductWithKind extends TemporaryFolder {
  /** Runs a program of the copy in it; resolves with what it prints. */
  node(...args: string[]): Promise<string>;
}

const COPIED = ['.config', 'src', 'test', 'docs', 'l10n', 'media'] as const;
const FILES = [
  'esbuild.js',
  'package.json',
  'package.nls.json',
  'tsconfig.json',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE',
];

export async function productWithKind(): Promise<ProductWithKind> {
  const folder = await temporaryFolder('product');
  for (const name of [...COPIED, ...FILES])
    await cp(projectFolder(name), path.join(folder.path, name), { recursive: true });
  await symlink(projectFolder('node_modules'), path.join(folder.path, 'node_modules'), 'junction');
  await writeFile(path.join(folder.path, 'src/core/model/experiment.ts'), EXPERIMENT);
  await addLine(path.join(folder.path, 'src/core/model/kinds.ts'));
  const node = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, args, { cwd: folder.path, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };
  await node('esbuild.js');
  return { ...folder, node };
}

async function addLine(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const added = text.replace(/\[\s*goalKind,/, '[goalKind, experimentKind,');
  if (added === text) throw new Error('The list of kinds does not begin with goalKind any more.');
  await writeFile(file, `import { experimentKind } from './experiment';\n${added}`);
}
