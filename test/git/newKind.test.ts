import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandLine } from '../support/commandLine';
import { processCommandLine } from '../support/commandLine';
import type { TemporaryRepository } from '../support/gitRepository';
import { temporaryRepository } from '../support/gitRepository';
import type { ProductWithKind } from '../support/run/productWithKind';
import { productWithKind } from '../support/run/productWithKind';

describe('a kind added by one file and one line', () => {
  let product: ProductWithKind;
  let repository: TemporaryRepository;
  let cli: CommandLine;

  before(async () => {
    product = await productWithKind();
    repository = await temporaryRepository();
    cli = processCommandLine(
      repository.path,
      path.join(product.path, 'data'),
      {},
      path.join(product.path, 'dist/cli.js'),
    );
  });

  after(async () => {
    await product.remove();
    await repository.remove();
  });

  it('has verbs with a flag for each field, and --json', async () => {
    assert.match((await cli.run('help', 'all')).stdout, /\n {2}experiment +what was tried, and what it taught\n/);
    assert.match((await cli.run('experiment', '--help')).stdout, /--date DAY .*\n.*--tried TEXT .*\n.*--lesson TEXT/);
    const id = await cli.id('experiment', 'add', 'we paired', '--date', '2026-11-18');
    await cli.id('experiment', 'edit', id, '--lesson', 'start earlier');
    const [experiment] = await cli.json<Record<string, unknown>[]>('experiment', 'list');
    assert.deepEqual(
      [experiment?.['id'], experiment?.['date'], experiment?.['tried'], experiment?.['lesson']],
      [id, '2026-11-18', 'we paired', 'start earlier'],
    );
    assert.match((await cli.run('experiment', 'show', id)).stdout, /Experiment: we paired\n {2}Day +2026-11-18\n/);
    assert.match(
      (await cli.run('experiment', 'show', id, '--markdown')).stdout,
      /^### Experiment: we paired\n\n- Day: 2026/,
    );
    assert.match(
      (await cli.run('experiment', 'list', '--markdown')).stdout,
      /^\| Day \| Tried \| Lesson \| Owner \|\n/,
    );
    assert.equal((await cli.run('check')).code, 0);
    assert.match((await cli.run('experiment', 'add', 'x', '--date', 'someday')).stderr, /--date must be a day such as/);
  });

  it('is in the schema for edits by hand', async () => {
    const schema = await readFile(path.join(product.path, 'dist/goals.schema.json'), 'utf8');
    assert.match(schema, /"lesson"/);
    assert.match(schema, /"tried"/);
  });

  it('has test data and a page of the documents', async () => {
    await product.node('esbuild.js', '--tests');
    const tested = await product.node('dist-test/tools/mocha.js', 'dist-test/unit/model/kinds.test.js');
    assert.match(tested, /✓ experiment: what may be said is written, read and typed again without loss/);
    await product.node('dist-test/tools/docs.js');
    const page = await readFile(path.join(product.path, 'docs/kinds.md'), 'utf8');
    assert.match(page, /## Experiment\n\nWhat was tried, and what it taught\.[^]*\| `tried` \| Tried \|/);
    assert.match(await readFile(path.join(product.path, 'README.md'), 'utf8'), /microgoals experiment add/);
    assert.match(await readFile(path.join(product.path, 'l10n/bundle.l10n.json'), 'utf8'), /"Tried"/);
  });
});
