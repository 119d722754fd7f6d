import assert from 'node:assert/strict';
import { isWithin, programPath } from '../../../../src/git/run/programPath';

type Machine = Partial<Parameters<typeof programPath>[1]> & { readonly files: readonly string[] };

function found(
  name: string,
  { files, links = {}, ...machine }: Machine & { links?: Record<string, string> },
): string | undefined {
  return programPath(name, {
    platform: 'linux',
    path: undefined,
    extensions: undefined,
    forbidden: '/home/ana/clone',
    isProgram: (file) => files.includes(file),
    resolve: (folder) => links[folder] ?? folder,
    ...machine,
  });
}

describe('the path of a program', () => {
  it('is the first of the PATH', () => {
    const files = ['/usr/local/bin/git', '/usr/bin/git'];
    assert.equal(found('git', { path: '/opt:/usr/local/bin:/usr/bin', files }), '/usr/local/bin/git');
    assert.equal(found('git', { path: '/opt', files }), undefined);
    assert.equal(found('git', { files }), '/usr/bin/git');
  });

  it('is never relative to the current folder, nor below the work tree', () => {
    const clone = '/home/ana/clone';
    const files = [`${clone}/git`, `${clone}/node_modules/.bin/git`, 'git', './git', '/usr/bin/git', `${clone}s/git`];
    const inside = ['', '.', './bin', 'node_modules/.bin', clone, `${clone}/node_modules/.bin`, `/usr/../${clone}`];
    for (const entry of inside) assert.equal(found('git', { path: `${entry}:/usr/bin`, files }), '/usr/bin/git', entry);
    assert.equal(found('git', { path: inside.join(':'), files }), undefined);
    assert.equal(found('git', { path: `${clone}s:/usr/bin`, files }), `${clone}s/git`);
    assert.equal(found('git', { path: clone, files, forbidden: undefined }), `${clone}/git`);
  });

  it('is not below the work tree by way of a link', () => {
    const files = ['/link/git', '/usr/bin/git'];
    const links = { '/link': '/home/ana/clone/bin' };
    assert.equal(found('git', { path: '/link:/usr/bin', files, links }), '/usr/bin/git');
  });

  it('is one that Windows starts without a shell, from no folder that depends on where one stands', () => {
    const clone = 'C:\\Users\\Ana\\clone';
    const git = 'C:\\Program Files\\Git\\cmd\\git.exe';
    const files = [
      `${clone}\\git.exe`,
      `${clone}\\bin\\git.exe`,
      '\\tools\\git.exe',
      'C:\\shims\\git.cmd',
      git,
      'tools\\git.exe',
    ];
    const windows = { platform: 'win32', forbidden: clone, files, extensions: '.COM;.EXE;.BAT;.CMD' } as const;
    const before = [
      '',
      '.',
      '\\tools',
      'tools',
      'C:',
      'c:\\users\\ana\\CLONE',
      `${clone}\\bin\\`,
      'C:\\shims',
      '"C:\\shims"',
    ];
    for (const entry of before) {
      assert.equal(found('git', { ...windows, path: `${entry};"C:\\Program Files\\Git\\cmd"` }), git, entry);
    }
    assert.equal(found('git', { ...windows, path: before.join(';') }), undefined);
    assert.equal(found('git', { ...windows, path: undefined }), undefined);
    const both = [...files, 'C:\\Program Files\\Git\\cmd\\git.com'];
    const ordered = { ...windows, files: both, path: 'C:\\Program Files\\Git\\cmd' };
    assert.equal(found('git', { ...ordered, extensions: '.exe;.com' }), git);
    assert.equal(found('git', ordered), both.at(-1));
    assert.equal(found('git', { ...ordered, extensions: '.PY' }), both.at(-1));
  });

  it('lies within a folder or not', () => {
    assert.ok(isWithin('/a', '/a', 'linux') && isWithin('/a/b', '/a', 'linux') && isWithin('/a/..b', '/a', 'linux'));
    assert.ok(!isWithin('/ab', '/a', 'linux') && !isWithin('/', '/a', 'linux') && !isWithin('/A/b', '/a', 'linux'));
    assert.ok(isWithin('c:\\X\\y', 'C:\\x', 'win32') && !isWithin('D:\\x', 'C:\\x', 'win32'));
  });
});
