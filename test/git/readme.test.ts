import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { codeBlocks } from '../support/docs/codeBlocks';
import { cleanGitEnvironment, temporaryRepository, type TemporaryRepository } from '../support/gitRepository';
import { projectFolder } from '../support/run/projectFolder';
import { temporaryFolder, type TemporaryFolder } from '../support/temporaryFolder';

const run = promisify(execFile);
/** Set up and test: this very test runs in the second. */
const SETUP = ['npm start\n', 'npm test\n'];

describe('the shell blocks of README.md', () => {
  const blocks = codeBlocks(readFileSync(projectFolder('README.md'), 'utf8'), 'sh');
  let repository: TemporaryRepository;
  let home: TemporaryFolder;
  let settings: string;

  const gitFile = (...names: string[]): string => path.join(repository.path, '.git', ...names);

  before(async () => {
    repository = await temporaryRepository();
    home = await temporaryFolder('home');
    await repository.commit('Begin');
    settings = readFileSync(gitFile('config'), 'utf8');
  });

  after(async () => {
    await repository.remove();
    await home.remove();
  });

  it('begin with the two commands of the set-up, which package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(projectFolder('package.json'), 'utf8')) as { scripts: object };
    assert.deepEqual(blocks.slice(0, 2), SETUP);
    assert.ok('start' in scripts && 'test' in scripts);
  });

  for (const block of blocks.filter((each) => !SETUP.includes(each))) {
    it(`run: ${block.split('\n', 1)[0] ?? ''}`, async () => {
      const tools = projectFolder('media', 'bin');
      const env = {
        ...cleanGitEnvironment(),
        PATH: [tools, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
        MICROGOALS_DATA_DIR: home.path,
        HOME: home.path,
      };
      await run('sh', ['-e', '-u', '-c', block], { cwd: repository.path, env });
    });
  }

  it('have made a commit that names its goal, and left nothing of ours in the git directory', async () => {
    assert.match(await repository.git('log', '-1', '--format=%B'), /\nGoal: g-[0-9a-z]{10}$/m);
    assert.deepEqual(
      ['hooks/commit-msg', 'microgoals', 'info/attributes'].filter((name) => existsSync(gitFile(name))),
      [],
    );
    assert.equal(readFileSync(gitFile('config'), 'utf8'), settings);
  });
});
