import assert from 'node:assert/strict';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addTrailer } from '../../../src/core/text/addTrailer';
import { writeActiveGoal } from '../../../src/git/log/activeGoal';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import { TRAILER_FORMS } from '../../support/trailerForms';
import { findProgram } from '../../support/run/findProgram';
import type { Outcome } from './hookFixture';
import { A, B, C, editor, installHook, lastMessage, opened, SHELLS, tryGit, tryRun } from './hookFixture';

const TRAILER = `Goal: ${A}`;
const SCISSORS = '------------------------ >8 ------------------------';

for (const shell of SHELLS) {
  describe(`commit-msg in ${shell}`, () => {
    let repository: TemporaryRepository;
    const commit = async (...args: string[]): Promise<string> => {
      const { code, stderr } = await tryGit(repository.path, ['commit', '--quiet', '--allow-empty', ...args]);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      return lastMessage(repository.path);
    };
    const edit = async (line: string, ...args: string[]): Promise<{ code: number; message: string }> => {
      const environment = await editor(repository.path, line);
      const { code } = await tryGit(repository.path, ['commit', '--quiet', '--allow-empty', ...args], environment);
      return { code, message: await lastMessage(repository.path) };
    };
    const activate = async (id: string): Promise<void> =>
      writeActiveGoal(await opened(repository.path), { state: 'active', id, personal: false });

    beforeEach(async () => {
      repository = await temporaryRepository();
      await repository.write('a', '1\n');
      await repository.commit('First');
      await installHook(repository.path, shell);
      await activate(A);
    });
    afterEach(() => repository.remove());

    it('adds the active goal', async () => {
      assert.equal(await commit('-m', 'Subject'), `Subject\n\n${TRAILER}`);
      assert.equal(await commit('-m', 'Subject', '-m', 'Body\nmore'), `Subject\n\nBody\nmore\n\n${TRAILER}`);
      assert.equal(await commit('-s', '-m', 'Subject'), `Subject\n\nSigned-off-by: Ana <ana@example.com>\n${TRAILER}`);
      assert.equal(await commit('-m', 'Fix: it'), `Fix: it\n\n${TRAILER}`);
    });

    it('keeps lines that look like comments above it when there is no editor', async () => {
      assert.equal(await commit('-m', 'Subject\n\nsee\n#12'), `Subject\n\nsee\n#12\n\n${TRAILER}`);
    });

    it('leaves a message that names a goal alone, also when it is amended with another goal active', async () => {
      assert.equal(await commit('-m', `S\n\nGoal: ${B}`), `S\n\nGoal: ${B}`);
      assert.equal(
        await commit('-m', `S\n\n  Closes-Goal: ${B} (half)\n\nmore`),
        `S\n\n  Closes-Goal: ${B} (half)\n\nmore`,
      );
      assert.equal(await commit('--amend', '--no-edit'), `S\n\n  Closes-Goal: ${B} (half)\n\nmore`);
      assert.equal((await edit('echo more >>"$1"', '--amend')).message.includes(A), false);
    });

    it('does not take other text for a goal line', async () => {
      const file = (index: number): string => path.join(repository.path, '.git', `message-${index}`);
      for (const [index, [text]] of TRAILER_FORMS.entries()) await writeFile(file(index), `S\n\n${text}\n\nend\n`);
      const [program = '', ...args] = shell.split(' ');
      const each = `for file; do ${shell} .git/microgoals/commit-msg.sh "$file"; done`;
      const { code } = await tryRun(
        program,
        [...args, '-c', each, 'sh', ...TRAILER_FORMS.keys()].map(named),
        repository.path,
      );
      assert.equal(code, 0);
      for (const [index, [text, mentions]] of TRAILER_FORMS.entries()) {
        const last = (await readFile(file(index), 'utf8')).trimEnd().split('\n').at(-1);
        assert.equal(last, mentions.length > 0 ? 'end' : TRAILER, text);
      }
      function named(word: string | number): string {
        return typeof word === 'number' ? file(word) : word;
      }
    });

    it('stands above a note on a breaking change, as the editor puts it, and stays there', async () => {
      const note = 'BREAKING-CHANGE: x\nmore';
      for (const text of [`feat!: S\n\nBody\n\nX: y\n* breaking change y\n\nRefs: #1`, `feat!: S\n${note}`]) {
        assert.equal(await commit('-m', text), addTrailer(text, { id: A, closes: false }));
      }
      const signed = 'feat!: S\n\nBREAKING CHANGE: x\nSigned-off-by: Ana <ana@example.com>';
      assert.equal(await commit('-m', signed), addTrailer(signed, { id: A, closes: false }));
      assert.equal(await commit('--amend', '--no-edit'), addTrailer(signed, { id: A, closes: false }));
      const { stdout } = await tryGit(repository.path, ['log', '-1', '--format=%(trailers:only)']);
      assert.equal(stdout.trim(), `${TRAILER}\nSigned-off-by: Ana <ana@example.com>`);
      const write = 'printf "# x\\n\\nfeat!: S\\n\\nBREAKING CHANGE: x\\n" | cat - "$1" >"$1.new" && mv "$1.new" "$1"';
      assert.equal((await edit(write)).message, `feat!: S\n\n${TRAILER}\nBREAKING CHANGE: x`);
    });

    it('skips fixup!, squash! and amend!', async () => {
      assert.equal(await commit('--fixup=HEAD'), 'fixup! First');
      assert.equal(await commit('-m', 'squash! First'), 'squash! First');
      assert.equal(await commit('-m', 'amend! First'), 'amend! First');
    });

    it('puts the trailer below the text written in an editor', async () => {
      const { code, message } = await edit('printf "Typed\\n" | cat - "$1" >"$1.new" && mv "$1.new" "$1"');
      assert.deepEqual({ code, message }, { code: 0, message: `Typed\n\n${TRAILER}` });
    });

    it('does not glue the trailer to a subject below blank lines or comments', async () => {
      for (const above of ['\\n', '\\n\\n', '# hint\\n\\n', '\\n# hint\\n']) {
        const { message } = await edit(`printf "${above}Fix: it\\n" | cat - "$1" >"$1.new" && mv "$1.new" "$1"`);
        assert.equal(message, `Fix: it\n\n${TRAILER}`, above);
      }
      const { stdout } = await tryGit(repository.path, ['ls-files', '--others']);
      assert.equal(stdout, '');
    });

    it('leaves an aborted commit aborted', async () => {
      for (const [line, ...args] of [[':'], [':', '-s'], [':', '-v'], [': > "$1"'], ['echo "# x" >"$1"']]) {
        const { code, message } = await edit(line ?? '', ...args);
        assert.deepEqual({ code, message }, { code: 1, message: 'First' }, `${line ?? ''} ${args.join(' ')}`);
      }
    });

    it('leaves an untouched template aborted, and adds to a changed one', async () => {
      await repository.write('../template.txt'.replace('../', '.git/'), '\n# hint\nWhy:\n\n');
      await repository.git('config', 'commit.template', '.git/template.txt');
      assert.equal((await edit(':')).code, 1);
      assert.equal((await edit(':', '-s')).code, 1);
      assert.equal((await tryGit(repository.path, ['commit', '--allow-empty'], { GIT_EDITOR: ':' })).code, 1);
      assert.equal((await edit('sed -i "s/Why:/Why: x/" "$1"')).message, `Why: x\n\n${TRAILER}`);
    });

    it('does not read the diff of a verbose commit, and stands above it', async () => {
      await repository.write('a', `1\nGoal: ${B}\n`);
      await repository.commit('Second');
      await repository.write('a', `0\nGoal: ${B}\n2\n`);
      await repository.git('add', '.');
      const { message } = await edit('printf "Typed\\n" | cat - "$1" >"$1.new" && mv "$1.new" "$1"', '-v');
      assert.equal(message, `Typed\n\n${TRAILER}`);
    });

    it('knows odd comment characters', async () => {
      const write = 'printf "Typed\\n" | cat - "$1" >"$1.new" && mv "$1.new" "$1"';
      for (const character of [';', '%', '*', '?', '[', '\\', '"', "'", '$', '`', 'auto']) {
        await repository.git('config', 'core.commentChar', character);
        assert.equal((await edit(write)).message, `Typed\n\n${TRAILER}`, character);
        assert.equal((await edit(write, '-v')).message, `Typed\n\n${TRAILER}`, `${character} verbose`);
        assert.equal((await edit(':')).code, 1, `${character} empty`);
      }
    });

    it('follows the character that "auto" chose', async () => {
      await repository.git('config', 'core.commentChar', 'auto');
      // Newer versions of git call "auto" deprecated with every commit, and so does this program.
      const notice = 'case " $* " in *" commit "*) echo "hint: auto is deprecated" >&2 ;; esac';
      const file = await repository.write(
        '.git/git',
        `#!/bin/sh\n${notice}\nexec '${findProgram('git') ?? ''}' "$@"\n`,
      );
      await chmod(file, 0o755);
      for (const program of [findProgram('git') ?? '', file]) {
        const quietly = (...args: string[]): Promise<Outcome> =>
          tryRun(program, ['commit', '--quiet', '--allow-empty', ...args], repository.path);
        const bare = await quietly('--no-verify', '-m', 'Bare');
        assert.deepEqual(await quietly('-m', `Subject\n\n# heading\nbody`), bare);
        assert.deepEqual([bare.code, bare.stderr === ''], [0, program !== file]);
      }
      const { message } = await edit('echo >>"$1"', '--amend', '-v');
      assert.equal(message, `Subject\n\n# heading\nbody\n\n${TRAILER}`);
    });

    it('is cut at the scissors only where they are a comment', async () => {
      assert.equal(await commit('-m', `S\n\nx ${SCISSORS}\ny`), `S\n\nx ${SCISSORS}\ny\n\n${TRAILER}`);
    });

    it('writes nothing while git merges, reverts, picks or rebases', async () => {
      await repository.git('checkout', '-q', '-b', 'side');
      await repository.write('b', '1\n');
      const side = await repository.commit('Side\n\nNo goal-less text');
      await repository.git('commit', '-q', '--amend', '-m', 'Side', '--no-verify');
      const bare = await repository.git('rev-parse', 'HEAD');
      assert.notEqual(side, bare);
      await repository.git('checkout', '-q', 'main');
      await repository.git('commit', '-q', '--allow-empty', '--no-verify', '-m', 'Main');
      await repository.git('cherry-pick', bare);
      assert.equal(await lastMessage(repository.path), 'Side');
      await repository.git('revert', '--no-edit', 'HEAD');
      assert.match(await lastMessage(repository.path), /^Revert "Side"\n\nThis reverts commit [0-9a-f]{40}\.$/);
      await repository.git('merge', '-q', '--no-edit', 'side');
      assert.equal(await lastMessage(repository.path), "Merge branch 'side'");
      await repository.git('checkout', '-q', '-b', 'third', bare);
      await repository.git('commit', '-q', '--allow-empty', '--no-verify', '-m', 'Third');
      await tryGit(repository.path, ['rebase', '-q', '--empty=keep', '--keep-empty', '--force-rebase', 'main']);
      assert.equal(await lastMessage(repository.path), 'Third');
    });

    it('writes nothing after cherry-pick -n', async () => {
      await repository.git('checkout', '-q', '-b', 'side');
      await repository.write('b', '1\n');
      await repository.git('add', '.');
      await repository.git('commit', '-q', '--no-verify', '-m', 'Side');
      await repository.git('checkout', '-q', 'main');
      await repository.git('cherry-pick', '-n', 'side');
      assert.equal(await commit('-m', 'Picked'), 'Picked');
    });

    it('writes nothing in states that end with a commit of the person', async () => {
      for (const name of ['REVERT_HEAD', 'BISECT_LOG', 'sequencer/todo', 'rebase-merge/x', 'rebase-apply/x']) {
        await repository.write(`.git/${name}`, '');
        await repository.write('.git/TEST_MSG', 'Text\n');
        await tryGit(repository.path, ['hook', 'run', 'commit-msg', '--', '.git/TEST_MSG']);
        assert.equal(await readFile(path.join(repository.path, '.git/TEST_MSG'), 'utf8'), 'Text\n', name);
        await rm(path.join(repository.path, '.git', name.split('/')[0] ?? ''), { recursive: true });
      }
      assert.equal(await commit('-m', 'After'), `After\n\n${TRAILER}`);
    });

    it('collects what a squash merge brought, and not what an abandoned one would have', async () => {
      await repository.git('checkout', '-q', '-b', 'side');
      for (const [name, id] of [
        ['b', B],
        ['c', C],
      ]) {
        await repository.write(name ?? '', 'x\n');
        await repository.commit(`Side ${name ?? ''}\n\nGoal: ${id ?? ''}`);
      }
      await repository.commit(`Close\n\ncloses-goal :${C}`);
      await repository.git('checkout', '-q', 'main');
      await repository.git('merge', '-q', '--squash', 'side');
      await repository.git('reset', '-q', '--', '.');
      await repository.write('a', 'own\n');
      await repository.git('add', 'a');
      assert.equal(await commit('-m', 'Own'), `Own\n\n${TRAILER}`);
      await repository.git('clean', '-q', '-f');
      await repository.git('merge', '-q', '--squash', 'side');
      assert.equal(await commit('-m', 'Squashed'), `Squashed\n\nCloses-Goal: ${C}\nGoal: ${C}\nGoal: ${B}`);
    });

    it('takes the branch name where no goal is active, and nothing after a stop', async () => {
      const here = await opened(repository.path);
      for (const [branch, id] of [
        [B, B],
        [`ana/${B}-login`, B],
        [`x/${C}`, C],
        ['fix-big-deployment', ''],
        [`x${B}`, ''],
        [`${B}x`, ''],
        ['x/$(touch${IFS}canary)', ''],
      ] as const) {
        await repository.git('checkout', '-q', '-b', branch);
        await writeActiveGoal(here, { state: 'none' });
        assert.equal(await commit('-m', 'S'), id === '' ? 'S' : `S\n\nGoal: ${id}`, branch);
        await writeActiveGoal(here, { state: 'stopped' });
        assert.equal(await commit('-m', 'S'), 'S', branch);
      }
    });

    it('is shut against the trailer settings of the person', async () => {
      for (const [key, value] of [
        ['trailer.sign.key', 'Signed-off-by: '],
        ['trailer.sign.ifmissing', 'add'],
        ['trailer.sign.command', 'echo Nobody'],
        ['trailer.separators', '=#'],
        ['trailer.ifmissing', 'doNothing'],
        ['trailer.where', 'start'],
        ['trailer.goal.key', 'Ticket'],
      ] as const) {
        await repository.git('config', key, value);
      }
      assert.equal(await commit('-m', 'S\n\ncloses: #12'), `S\n\ncloses: #12\n${TRAILER}`);
      const { code } = await tryGit(repository.path, [
        '-c',
        'trailer.ifmissing=doNothing',
        'commit',
        '--allow-empty',
        '-m',
        'T',
      ]);
      assert.deepEqual({ code, message: await lastMessage(repository.path) }, { code: 0, message: `T\n\n${TRAILER}` });
    });

    it('writes only a goal id, whatever the file of the active goal holds', async () => {
      for (const text of ['', `${A}; touch canary`, `$(touch canary)`, `${A}x`, `*`, `G-${A}`, '\0\0']) {
        await repository.write('.git/microgoals/active', text);
        assert.equal(await commit('-m', 'S'), 'S', text);
      }
      await repository.write('.git/microgoals/active', `${A}\r\nsecond line`);
      assert.equal((await commit('-m', 'S')).startsWith('S'), true);
      assert.equal((await tryGit(repository.path, ['status', '--porcelain'])).stdout.includes('canary'), false);
    });

    it('copes with a message of 10,000 lines and with one that git would not expect', async () => {
      const lines = Array.from({ length: 10_000 }, (_, index) => `line ${index} \\n $(touch canary) * ~`);
      await writeFile(path.join(repository.path, '.git', 'long.txt'), `Long\n\n${lines.join('\n')}\n`);
      const message = await commit('-F', '.git/long.txt');
      assert.equal(message, `Long\n\n${lines.join('\n')}\n\n${TRAILER}`);
      await writeFile(path.join(repository.path, '.git', 'odd.txt'), 'Odd \u202E \u00e9\r\n\r\n-n -e\r\n');
      assert.equal((await commit('-F', '.git/odd.txt')).endsWith(TRAILER), true);
    });
  });
}
