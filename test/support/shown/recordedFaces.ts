import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { projectFolder } from '../run/projectFolder';
import { shownFaces } from './shownFaces';

const FOLDER = projectFolder('test/support/fixtures/shown');
const ZONE = 'UTC';

/** What is shown now, in one time zone wherever it runs. */
export async function facesNow(): Promise<ReadonlyMap<string, string>> {
  const zone = process.env['TZ'];
  process.env['TZ'] = ZONE;
  try {
    return await shownFaces();
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
}

/** What was recorded, by the name of the face. */
export function recordedFaces(): ReadonlyMap<string, string> {
  if (!existsSync(FOLDER)) return new Map();
  const names = readdirSync(FOLDER).map((file) => file.replace(/\.txt$/, ''));
  return new Map(names.map((name) => [name, readFileSync(fileOf(name), 'utf8')]));
}

/** Records what is shown now in place of what was. @returns the names of the faces that changed. */
export async function recordFaces(): Promise<readonly string[]> {
  const before = recordedFaces();
  const now = await facesNow();
  mkdirSync(FOLDER, { recursive: true });
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name));
  for (const name of changed) {
    const text = now.get(name);
    if (text === undefined) rmSync(fileOf(name));
    else writeFileSync(fileOf(name), text);
  }
  return changed;
}

function fileOf(name: string): string {
  return `${FOLDER}/${name}.txt`;
}
