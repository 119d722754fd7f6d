import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DAY } from '../../src/core/ports/ports';
import type { Change } from '../../src/core/document/change';
import { applyChanges } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import type { Stamper } from '../../src/core/document/stamp';
import { documentWith, stamperAt } from './documents';
import type { GitRepository, TemporaryRepository } from './gitRepository';
import { temporaryRepository } from './gitRepository';
import { SHARED_FILE } from './team';

const YESTERDAY = Math.floor(Date.now() / DAY - 1) * DAY;

/** A stamper at a minute of yesterday: where a window shows a goal depends on how long ago it was closed. */
export function sideStamper(minute: number, replica?: string): Stamper {
  return stamperAt(minute, replica, YESTERDAY);
}

/** Two goals that stand at the start; the ids lie so near that text merges of both conflict. */
export const FIRST = 'g-4kq7w2m9xd';
export const SECOND = 'g-4kq7w2m9xe';

export const BASE: GoalDocument = documentWith({
  [FIRST]: { title: 'Ship the login page', kind: 'micro', status: 'open', created: sideStamper(1).next() },
  [SECOND]: { title: 'Write the docs', kind: 'micro', status: 'open', created: sideStamper(2).next() },
});
/** Both touch the same lines of the same goal, in different registers. */
const OUR_EDITS: readonly Change[] = [
  { type: 'set', id: FIRST, path: 'status', value: 'done' },
  { type: 'add', id: 'g-4kq7w2m9xf', fields: { title: 'Ours' } },
];
const THEIR_EDITS: readonly Change[] = [
  { type: 'set', id: FIRST, path: 'due', value: '2026-12-04' },
  { type: 'add', id: 'g-4kq7w2m9xg', fields: { title: 'Theirs' } },
];
export const OURS = applyChanges(BASE, OUR_EDITS, sideStamper(10, 'ours'));
export const THEIRS = applyChanges(BASE, THEIR_EDITS, sideStamper(11, 'thei'));
export const MERGED = applyChanges(OURS, THEIR_EDITS, sideStamper(11, 'thei'));

export interface DivergedRepository extends TemporaryRepository {
  /** Text of the shared file in the work tree. */
  text(): Promise<string>;
}

export interface Sides {
  /** undefined: the side has no file. */
  readonly base?: string | undefined;
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
}

export const SIDES: Sides = { base: formatDocument(BASE), ours: formatDocument(OURS), theirs: formatDocument(THEIRS) };

/** A repository on `main` with our edits, and a branch `theirs` with the others. The commits of the three are tagged. */
export async function divergedRepository(sides: Sides = SIDES): Promise<DivergedRepository> {
  const repository = await temporaryRepository();
  await repository.write('README', 'Sample\n');
  await diverge(repository, sides);
  return { ...repository, text: () => readFile(path.join(repository.path, SHARED_FILE), 'utf8') };
}

/** Makes the three commits on top of what the branch `main` of a repository holds; again, where they were made before. */
export async function diverge(repository: GitRepository, sides: Sides = SIDES): Promise<void> {
  const put = async (text: string | undefined, name: string): Promise<void> => {
    if (text === undefined) await repository.git('rm', '-q', '--ignore-unmatch', '--', SHARED_FILE);
    else await repository.write(SHARED_FILE, text);
    await repository.commit(name);
    await repository.git('tag', '--force', `at-${name}`);
  };
  await put(sides.base, 'base');
  await repository.git('switch', '-q', '-C', 'theirs');
  await put(sides.theirs, 'theirs');
  await repository.git('switch', '-q', 'main');
  await put(sides.ours, 'ours');
}
