import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn } from '../../../src/core/text/inlineMarkdown';
import { safeMarkdown } from '../../../src/core/text/safeMarkdown';

describe('notes as Markdown', () => {
  it('keep headings, lists, code, strong, emphasis and links to pages', () => {
    const notes =
      '# Plan\n- one **two [x](https://example.com)** *three* `f(x)`\n  1. [the plan](https://example.com/a?b=1)\n> said';
    assert.equal(safeMarkdown(notes), notes);
    assert.equal(safeMarkdown('See https://example.com/x_y.'), 'See <https://example.com/x_y>.');
    assert.equal(safeMarkdown('```sh\n<b>ls</b>'), '```\n<b>ls</b>\n```');
  });

  it('lose no word to a fence: code inside a line opens no block, and only the sign that opened one ends it', () => {
    assert.equal(safeMarkdown('```npm test``` runs it'), '`npm test` runs it');
    assert.equal(safeMarkdown('~~~\n```\n*a*\n~~~\n*b*'), '````\n```\n*a*\n````\n*b*');
    assert.equal(safeMarkdown('````\n```\n*a*\n````\n*b*'), '````\n```\n*a*\n````\n*b*');
    assert.equal(safeMarkdown('```\n```sh\n~~~\n```\n<b>'), '````\n```sh\n~~~\n````\n\\<b\\>');
  });

  it('have addresses with pairs of parentheses, which are escaped in the target', () => {
    assert.equal(
      safeMarkdown('(see https://a.b/A_(b).)'),
      '\\(see [https\\://a\\.b/A\\_\\(b\\)](https://a.b/A_%28b%29).\\)',
    );
    assert.equal(safeMarkdown('([x](https://a.b/A_(b)))'), '\\([x](https://a.b/A_%28b%29)\\)');
    assert.deepEqual(addressesIn('(https://a.b/c) https://a.b/d(e'), ['https://a.b/c', 'https://a.b/d']);
  });

  it('make no link of an address that ends where the text was cut', () => {
    for (const text of ['see https://a.b/c', 'see https://a.b/A_(b', '[the plan](https://a.b/c', 'https://a.b/c.'])
      assert.deepEqual(addressesIn(`${text}…`), [], text);
    assert.deepEqual(addressesIn('https://a.b/c and …'), ['https://a.b/c']);
  });

  const hostile = [
    '[x](command:workbench.action.quit)',
    '![x](https://example.com/a.png)',
    '<img src="https://example.com/a.png">',
    '[x](file:///etc/passwd)',
    '<command:workbench.action.quit>',
    '[x]: command:workbench.action.quit',
    '$(bug) &lt;b&gt;',
    '[![x](https://example.com/a.png)](https://example.com)',
    '[x](https://example.com "a](command:y)")',
  ];
  for (const text of hostile) {
    it(`leave no image, HTML or command of ${text}`, () => {
      const shown = safeMarkdown(text);
      assert.doesNotMatch(shown, /(?<!\\)<(?!https:)/);
      assert.doesNotMatch(shown, /(?<!\\)!\[/);
      assert.doesNotMatch(shown, /\]\((?!https?:)/);
      assert.doesNotMatch(shown, /(?<!\\)\]:/);
      assert.doesNotMatch(shown, /\$\(/);
      assert.doesNotMatch(shown, /(?<!\\)&/);
    });
  }

  it('never make a link to anything but a page, whatever is put together', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '`',
      '*',
      '\\',
      '\n',
      ' ',
      'x',
      'command:a',
      'https://a.b/c',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const [, before = '', target = ''] of safeMarkdown(pieces.join('')).matchAll(/(\\*)\]\(([^)\n]*)/g))
          if (before.length % 2 === 0) assert.match(target, /^https:\/\/a\.b\/c/);
      }),
      { seed: 20261122, numRuns: 3000 },
    );
  });

  it('are read in linear time', () => {
    for (const sign of ['`', '[', '*', '**a', '[a](', 'https://', '_']) safeMarkdown(sign.repeat(20_000));
    // So long that work for each pair of its characters would not end.
    assert.deepEqual(addressesIn(`https://a${'.'.repeat(1_000_000)}x`).length, 1);
    const pairs = ['(', '()', '(https://a', '(https://a)'].map((sign) => `https://a${sign.repeat(100_000)}`);
    assert.equal(pairs.flatMap((text) => addressesIn(text)).length > 0, true);
  });

  it('name their addresses, each once', () => {
    assert.deepEqual(addressesIn('a https://a.b/c, [x](https://a.b/d)\nhttps://a.b/c'), [
      'https://a.b/c',
      'https://a.b/d',
    ]);
  });
});
