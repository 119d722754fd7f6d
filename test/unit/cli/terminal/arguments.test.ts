import assert from 'node:assert/strict';
import { parseArguments } from '../../../../src/cli/terminal/arguments';
import { UsageError } from '../../../../src/cli/terminal/failure';

const OPTIONS = {
  start: { type: 'string' },
  learned: { type: 'string', multiple: true },
  team: { type: 'boolean' },
  'dry-run': { type: 'boolean', short: 'n' },
} as const;

describe('parseArguments', () => {
  for (const [value, why] of [
    ['-3', 'a number'],
    ['-,5', 'a number with a comma'],
    ['- a list', 'an outline'],
    ['-- three dashes and more', 'words'],
    ['-3 at most', 'words with a number'],
    ['-', 'the standard input'],
  ] as const)
    it(`takes ${value} (${why}) for a value after an option, behind =, and for a word`, () => {
      const { values, positionals } = parseArguments(
        ['x', value, '--start', value, '--learned', value, `--learned=${value}`, '--team'],
        OPTIONS,
      );
      assert.deepEqual({ ...values }, { start: value, learned: [value, value], team: true });
      assert.deepEqual(positionals, ['x', value]);
    });

  it('takes everything behind -- for words', () => {
    assert.deepEqual(parseArguments(['--', '--team', '-3'], OPTIONS).positionals, ['--team', '-3']);
  });

  it('names the way out where an option stands instead of a value', () => {
    for (const args of [['--start', '--team'], ['--start', '-n'], ['--start']])
      assert.throws(
        () => parseArguments(args, OPTIONS),
        (error) => error instanceof UsageError && /^--start needs a value; .*--start=-/.test(error.message),
        args.join(' '),
      );
  });
});
