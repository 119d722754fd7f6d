import assert from 'node:assert/strict';
import path from 'node:path';
import type { CommandLine } from './commandLine';
import { commandLine } from './commandLine';
import type { GitRepository, GitUser } from './gitRepository';
import { configureIdentity, gitRepository } from './gitRepository';
import { temporaryFolder } from './temporaryFolder';

/** One person with a clone of their own. */
export interface Member extends CommandLine {
  readonly user: GitUser;
  readonly clone: GitRepository;
  /** What a command that must succeed prints. */
  ok(...args: string[]): Promise<string>;
  /** Commits what is there, where anything is; merges what the others shared; pushes. */
  share(message: string): Promise<void>;
}

export interface Clones {
  /** In the order of the people. */
  readonly members: readonly Member[];
  /** Twice round: then everybody has what everybody else made. */
  meet(): Promise<void>;
  remove(): Promise<void>;
}

/** Clones of one bare repository with the hook and the merge driver of the product, one for each person. */
export async function clonesFor(people: readonly GitUser[]): Promise<Clones> {
  const folder = await temporaryFolder('clones');
  const origin = path.join(folder.path, 'origin.git');
  await gitRepository(folder.path).git('init', '--quiet', '--bare', '--initial-branch=main', origin);
  const members: Member[] = [];
  for (const user of people) members.push(await memberIn(path.join(folder.path, user.name), origin, user));
  const meet = async (): Promise<void> => {
    for (const who of [...members, ...members.slice(0, -1)]) await who.share(`Goals of ${who.user.name}`);
  };
  return { members, meet, remove: () => folder.remove() };
}

async function memberIn(place: string, origin: string, user: GitUser): Promise<Member> {
  await gitRepository(path.dirname(place)).git('clone', '--quiet', origin, place);
  const clone = gitRepository(place);
  await configureIdentity(clone, user);
  const cli = commandLine(place, `${place}.data`);
  const { code, stderr } = await cli.run('hooks', 'install', '--yes');
  if (code !== 0) throw new Error(stderr);
  const share = async (message: string): Promise<void> => {
    if ((await clone.git('status', '--porcelain')) !== '') await clone.commit(message);
    if ((await clone.git('ls-remote', 'origin', 'main')) !== '')
      await clone.git('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');
    await clone.git('push', '--quiet', 'origin', 'HEAD:main');
  };
  const ok = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await cli.run(...args);
    assert.equal(code, 0, `${user.name}: ${args.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  };
  return { ...cli, user, clone, ok, share };
}
