import { appendFile, chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TemporaryFolder } from '../temporaryFolder';
import { temporaryFolder } from '../temporaryFolder';

/** Programs of which each leaves a file with its name when it is started, wherever settings can name one. */
export interface Canaries {
  /** Settings for `config` of a git directory. */
  readonly settings: string;
  /** Attributes for `.gitattributes` that send files through the programs. */
  readonly attributes: string;
  /** Names of those that were started since the last call. */
  started(): Promise<string[]>;
  remove(): Promise<void>;
}

/** Settings whose value is a command line, or part of one. */
const COMMANDS = [
  'core.alternateRefsCommand',
  'core.askPass',
  'core.editor',
  'core.fsmonitor',
  'core.gitProxy',
  'core.pager',
  'core.sshCommand',
  'credential.helper',
  'diff.external',
  'diff.canary.command',
  'diff.converted.textconv',
  'difftool.canary.cmd',
  'filter.canary.clean',
  'filter.canary.smudge',
  'filter.process.process',
  'gpg.program',
  'gpg.ssh.program',
  'gpg.ssh.defaultKeyCommand',
  'gpg.x509.program',
  'hook.canary.command',
  'interactive.diffFilter',
  'man.canary.cmd',
  'merge.canary.driver',
  'mergetool.canary.cmd',
  'pager.log',
  'pager.show',
  'remote.origin.uploadpack',
  'remote.origin.receivepack',
  'sendemail.sendmailCmd',
  'sequence.editor',
  'submodule.canary.update',
  'tar.canary.command',
  'trailer.canary.cmd',
  'trailer.canary.command',
  'uploadpack.packObjectsHook',
];
const HOOKS = [
  'applypatch-msg',
  'commit-msg',
  'fsmonitor-watchman',
  'post-applypatch',
  'post-checkout',
  'post-commit',
  'post-index-change',
  'post-merge',
  'post-rewrite',
  'pre-auto-gc',
  'pre-commit',
  'pre-merge-commit',
  'pre-push',
  'pre-rebase',
  'prepare-commit-msg',
  'push-to-checkout',
  'reference-transaction',
  'sendemail-validate',
  'update',
];
/** Commands of ours whose names a repository would like to give to others. */
const ALIASES = [
  'cat-file',
  'check-mailmap',
  'config',
  'for-each-ref',
  'log',
  'ls-files',
  'rev-list',
  'rev-parse',
  'show',
];
const ATTRIBUTES = `* diff=converted merge=canary filter=canary
*.txt filter=process
*.md diff=canary -filter
`;

export async function canaries(): Promise<Canaries> {
  const folder = await temporaryFolder('canaries');
  const started = path.join(folder.path, 'started');
  await mkdir(started);
  const program = (name: string): Promise<string> => writeCanary(folder, started, name);
  const hooks = path.join(folder.path, 'hooks');
  await mkdir(hooks);
  for (const name of HOOKS) await chmod(await writeCanary({ path: hooks }, started, name), 0o755);
  const lines: string[] = [];
  for (const key of COMMANDS) {
    const needsMark = ['credential.helper', 'submodule.canary.update'].includes(key);
    lines.push(setting(key, `${needsMark ? '!' : ''}${await program(key)}`));
  }
  for (const name of ALIASES) lines.push(setting(`alias.${name}`, `!${await program(`alias.${name}`)}`));
  lines.push(
    setting('core.hooksPath', hooks),
    setting('hook.canary.event', 'reference-transaction'),
    setting('log.showSignature', 'true'),
    setting('gc.auto', '1'),
    setting('protocol.ext.allow', 'always'),
    setting('protocol.allow', 'always'),
    setting('remote.origin.promisor', 'true'),
    setting('remote.origin.url', `ext::${await program('remote.origin.url')}`),
    setting(`url.ext::${await program('url.insteadOf')}.insteadOf`, 'https://example.com/'),
  );
  return {
    settings: lines.join(''),
    attributes: ATTRIBUTES,
    async started() {
      const names = (await readdir(started)).sort();
      for (const name of names) await rm(path.join(started, name));
      return names;
    },
    remove: () => folder.remove(),
  };
}

async function writeCanary(folder: Pick<TemporaryFolder, 'path'>, started: string, name: string): Promise<string> {
  const file = path.join(folder.path, name);
  await writeFile(file, `#!/bin/sh\n: >'${started}/${name}'\nexit 1\n`, { mode: 0o755 });
  return file;
}

/** The lines of one setting, whose subsection may hold anything but quotation marks. */
function setting(key: string, value: string): string {
  const [section = '', ...rest] = key.split('.');
  const name = rest.pop() ?? '';
  const subsection = rest.length === 0 ? '' : ` "${rest.join('.')}"`;
  return `[${section}${subsection}]\n\t${name} = "${value}"\n`;
}

/** Lets a git directory name all of them. */
export async function plant({ settings }: Pick<Canaries, 'settings'>, gitDir: string): Promise<void> {
  const included = path.join(gitDir, 'more-settings');
  await writeFile(included, settings);
  await appendFile(path.join(gitDir, 'config'), `${settings}[include]\n\tpath = ${included}\n`);
}
