import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namedPaths } from '../support/docs/namedPaths';
import { projectFolder } from '../support/run/projectFolder';

const read = (name: string): string => readFileSync(projectFolder(name), 'utf8');

describe('CONTRIBUTING.md', () => {
  const text = read('CONTRIBUTING.md');
  const paths = namedPaths(text);

  it('names files that exist', () => {
    assert.ok(paths.length > 30);
    assert.deepEqual(
      paths.filter((name) => !existsSync(projectFolder(name))),
      [],
    );
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/`npm (?:run )?([\w:]+)`/g)].map(([, script = '']) => script);
    assert.ok(named.length > 8);
    assert.deepEqual(
      named.filter((script) => !(script in scripts)),
      [],
    );
  });

  it('tells what each folder of src is for', () => {
    const files = readdirSync(projectFolder('src'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const folders = files.map(({ parentPath }) => path.relative(projectFolder(), parentPath).replaceAll(path.sep, '/'));
    const rooms = new Set(folders.filter((folder) => folder !== 'src').map((folder) => `${folder}/`));
    assert.deepEqual([...rooms].sort(), [...new Set(paths.filter((name) => /^src\/.*\/$/.test(name)))].sort());
  });

  it('has an example for each kind of test', () => {
    for (const folder of ['unit', 'git', 'host', 'ui', 'bench']) {
      assert.ok(
        paths.some((name) => name.startsWith(`test/${folder}/`)),
        folder,
      );
    }
  });

  it('takes its examples from code that has them', () => {
    const examples = [...text.matchAll(/`(\w+)` in `([\w./]+)`/g)];
    assert.ok(examples.length > 3);
    for (const [, name = '', file = ''] of examples) assert.ok(read(file).includes(name), `${name} in ${file}`);
  });
});

describe('the other documents', () => {
  it('link to files that exist', () => {
    for (const document of ['README.md', 'CHANGELOG.md', 'docs/format.md']) {
      const targets = [...read(document).matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, target = '']) => target);
      for (const target of targets) assert.ok(existsSync(projectFolder(target)), `${document}: ${target}`);
    }
  });
});
