import { chmod, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Canaries } from './canaries';
import { plant } from './canaries';
import type { CommandLine } from '../commandLine';
import type { TemporaryRepository } from '../gitRepository';
import { SHARED_FILE } from '../team';
import type { TemporaryFolder } from '../temporaryFolder';
import { findProgram } from '../run/findProgram';

export interface HostileHistory {
  /** A goal with commits and versions on two branches. */
  readonly goal: string;
  /** A goal that may go. */
  readonly other: string;
  /** A goal done by somebody else. */
  readonly done: string;
}

/** Commits goals, gives a commit something that looks like a signature, takes versions of the file away, and only then plants the canaries. */
export async function makeHostile(
  repository: TemporaryRepository,
  cli: CommandLine,
  { settings, attributes }: Canaries,
): Promise<HostileHistory> {
  await repository.write('.gitattributes', attributes);
  await repository.write('notes.txt', 'one\n');
  await repository.write('notes.md', 'one\n');
  await repository.write('code.ts', '1\n');
  const goal = await cli.id('add', 'One', '--team');
  const other = await cli.id('add', 'Two', '--team');
  const done = await cli.id('add', 'Three', '--team');
  await repository.commit('First');
  const lost = [await repository.git('rev-parse', `HEAD:${SHARED_FILE}`)];
  await repository.git('switch', '-q', '-c', 'feature');
  await cli.run('edit', goal, 'One, there');
  await repository.commit(`There\n\nGoal: ${goal}`);
  lost.push(await repository.git('rev-parse', `HEAD:${SHARED_FILE}`));
  await repository.git('switch', '-q', 'main');
  await cli.run('edit', goal, 'One, here');
  await cli.run('done', done);
  await repository.write('notes.txt', 'two\n');
  await repository.write('notes.md', 'two\n');
  await repository.commit(`Here\n\nGoal: ${goal}\nCo-authored-by: Bo <bo@example.com>`, {
    name: 'Cy',
    email: 'cy@example.com',
  });
  await sign(repository);
  for (const blob of lost) {
    await rm(path.join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  }
  await plant({ settings }, path.join(repository.path, '.git'));
  // git looks into a file only where its times are not those of the index.
  for (const name of ['notes.md', 'notes.txt', 'code.ts']) await utimes(path.join(repository.path, name), 1, 1);
  return { goal, other, done };
}

/** A signature on the commit of HEAD that is none. */
async function sign(repository: TemporaryRepository): Promise<void> {
  const [head = '', ...message] = (await repository.git('cat-file', 'commit', 'HEAD')).split('\n\n');
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n none\n -----END PGP SIGNATURE-----';
  const file = await repository.write('.git/signed', [`${head}\n${signature}`, ...message].join('\n\n'));
  const commit = await repository.git('hash-object', '-t', 'commit', '-w', file);
  await repository.git('reset', '-q', '--soft', commit);
}

/** Puts a git before the real one that knows as little of what protects from strangers as git 2.31. Returns the PATH. */
export async function withOldGit(folder: TemporaryFolder): Promise<string> {
  const file = path.join(folder.path, 'git');
  const script = `#!/bin/sh
unset GIT_NO_LAZY_FETCH
for arg do
  shift
  [ "$arg" != safe.bareRepository=explicit ] || arg=core.fsmonitor=false
  set -- "$@" "$arg"
done
exec '${findProgram('git') ?? ''}' "$@"
`;
  await writeFile(file, script);
  await chmod(file, 0o755);
  return `${folder.path}${path.delimiter}${process.env['PATH'] ?? ''}`;
}
