import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { DivergedRepository } from '../../support/divergedRepository';
import { divergedRepository, MERGED } from '../../support/divergedRepository';
import { SHARED_FILE } from '../../support/team';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

describe('a shared file that git joined line by line (merge=union)', () => {
  let repository: DivergedRepository;
  let data: TemporaryFolder;
  let cli: CommandLine;

  beforeEach(async () => {
    data = await temporaryFolder('data');
    repository = await divergedRepository();
    cli = commandLine(repository.path, data.path);
    await repository.write('.git/info/attributes', '*.json merge=union\n');
  });
  afterEach(async () => {
    await repository.remove();
    await data.remove();
  });

  const heals = async (): Promise<void> => {
    assert.equal((await cli.run('check')).code, 1);
    const { code, stdout } = await cli.run('resolve');
    assert.equal(code, 0, stdout);
    assert.equal(await repository.text(), formatDocument(MERGED));
    assert.equal((await cli.run('resolve')).stdout, 'Nothing to resolve.\n');
  };

  it('is healed after the merge was committed, also with commits on top', async () => {
    await repository.git('merge', '-q', '--no-edit', 'theirs');
    await repository.write('README', 'More\n');
    await repository.commit('more');
    await heals();
  });

  it('is healed while the merge is under way', async () => {
    await repository.git('merge', '-q', '--no-commit', 'theirs');
    await heals();
  });

  it('is healed after a rebase', async () => {
    await repository.git('rebase', '-q', 'theirs');
    await heals();
  });

  it('is left alone, and refused, where somebody wrote into it since', async () => {
    await repository.git('merge', '-q', '--no-edit', 'theirs');
    const text = (await repository.text()).replace('Write the docs', 'Write all docs');
    await repository.write(SHARED_FILE, text);
    await cli.run('resolve');
    assert.equal((await cli.run('add', '--team', 'More')).code, 1);
    assert.equal(await repository.text(), text);
  });
});
