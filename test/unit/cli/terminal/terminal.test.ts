import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Text } from '../../../../src/cli/terminal/terminal';
import { paint, rendered, say } from '../../../../src/cli/terminal/terminal';

const COMMANDS = [
  '\u001b[2J',
  '\u009b31m',
  '\u0007',
  '\b\b',
  '\r',
  '\n',
  '\u2028',
  '\u202e',
  '\u2067',
  '\u{e0041}',
  '\ud800',
];

describe('what is said in a terminal', () => {
  it('has the colours that are painted and no others', () => {
    const line = say`${paint('dim', 'g-1')} ${paint('bold', '\u001b[31mred\u001b[0m')} ${2}`;
    assert.equal(rendered(line, true), '\u001b[2mg-1\u001b[22m \u001b[1m\\u001b[31mred\\u001b[0m\u001b[22m 2');
    assert.equal(rendered(line, false), 'g-1 \\u001b[31mred\\u001b[0m 2');
  });

  it('is one line, whatever a value holds', () => {
    assert.equal(
      rendered(say`${'a\nNo problems.'}: ${['b\n', paint('red', '\u0085c')]}`, false),
      'a No problems.: b \\u0085c',
    );
  });

  it('paints nothing where there is no text', () => {
    assert.equal(rendered(say`a${paint('red', '')}${paint('red', [])}`, true), 'a');
  });

  it('leaves right-to-left scripts and emoji as they are', () => {
    for (const text of ['שלום עולם', 'مرحبا', 'می\u200cخواهم', '👩\u200d🚀'])
      assert.equal(rendered(paint('red', text), false), text);
  });

  it('commands nothing in any order and depth', () => {
    const unit = fc.oneof(fc.constantFrom(...COMMANDS, '[31m', ']0;', '\\', '👩'), fc.string());
    const { text } = fc.letrec<{ text: Text }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        unit,
        fc.array(tie('text')),
        tie('text').map((inner) => paint('cyan', inner)),
      ),
    }));
    fc.assert(
      fc.property(text, (line) => {
        // eslint-disable-next-line no-control-regex -- the controls are what is looked for
        const plain = rendered(line, true).replace(/\u001b\[(?:36|39)m/g, '');
        assert.doesNotMatch(plain, /\p{Cc}|\p{Cs}|\p{Bidi_Control}|[\u2028\u2029\ufeff\u{e0000}-\u{e007f}]/u);
      }),
      { seed: 20261127, numRuns: 1000 },
    );
  });
});
