import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvCell, escapeIcons, escapeMarkdown, oneLine, visible } from '../../../src/core/text/safeText';

const SEED = 20261121;
const HIDDEN = [
  ['\u0000', '\\u0000'],
  ['\u001b[31m', '\\u001b[31m'],
  ['\u001b]8;;http://x\u0007', '\\u001b]8;;http://x\\u0007'],
  ['\r', '\\u000d'],
  ['\u007f\u009b', '\\u007f\\u009b'],
  ['a\u202eb', 'a\\u202eb'],
  ['\u2066x\u2069', '\\u2066x\\u2069'],
  ['a\u200bb', 'a\\u200bb'],
  ['a\u200db', 'a\\u200db'],
  ['a\ufe0fb', 'a\\ufe0fb'],
  ['\ufeff', '\\ufeff'],
  ['\u2028\u2029', '\\u2028\\u2029'],
  ['\u3164', '\\u3164'],
  ['\u{e0041}', '\\u{e0041}'],
  ['x\ud800', 'x\\ud800'],
] as const;

describe('visible', () => {
  for (const [text, expected] of HIDDEN) {
    it(`shows ${JSON.stringify(text)} as ${expected}`, () => {
      assert.equal(visible(text), expected);
    });
  }

  const readable = [
    'Größe, naïve, été',
    'שלום עולם',
    'مرحبا بالعالم',
    'می\u200cخواهم',
    'क्\u200dष',
    'Family 👩\u200d👩\u200d👧\u200d👦, astronaut 👩🏽\u200d🚀, heart ❤️\u200d🔥, flag 🏳️\u200d🌈, 1️⃣',
    '葛\u{e0100}城市',
    'two\nlines\tand a tab',
    'back\\slash',
  ];
  for (const text of readable) {
    it(`leaves ${JSON.stringify(text)}`, () => {
      assert.equal(visible(text), text);
    });
  }

  it('leaves nothing that reorders or commands, whatever comes in', () => {
    const unit = fc.oneof(fc.constantFrom(...HIDDEN.map(([text]) => text), '👩', '\u200d', '\ufe0f'), fc.string());
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const shown = visible(units.join(''));
        assert.doesNotMatch(shown, /[\p{Bidi_Control}\u200b\ufeff]|(?![\n\t])\p{Cc}/u);
        assert.equal(visible(shown), shown);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('takes a megabyte', () => {
    for (const unit of ['👩\u200d', '\u202e', ' ', '$(']) {
      const text = unit.repeat(1_000_000 / unit.length);
      assert.ok(oneLine(text, 80).length <= 160);
      for (const escape of [visible, escapeMarkdown, escapeIcons, csvCell]) assert.ok(escape(text).length > 0);
    }
  });
});

describe('oneLine', () => {
  it('collapses, shows and cuts', () => {
    assert.equal(oneLine('  a\n\n b ', 10), 'a b');
    assert.equal(oneLine('a\u202eb', 20), 'a\\u202eb');
    assert.equal(oneLine('abcdef', 6), 'abcdef');
    assert.equal(oneLine('abcdefg', 6), 'abcde…');
    assert.equal(oneLine('😀😀😀', 3), '😀😀😀');
    assert.equal(oneLine('😀😀😀😀', 3), '😀😀…');
  });

  it('is never longer than wanted and has no half of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const line = oneLine(text, max);
        assert.ok(Array.from(line).length <= max);
        assert.doesNotMatch(line, /[\p{Cs}\n]/u);
      }),
      { seed: SEED },
    );
  });
});

describe('escapes for single places', () => {
  it('Markdown: no link, image, HTML, emphasis, autolink or mention is left', () => {
    assert.equal(escapeMarkdown('[x](command:a)'), '\\[x\\]\\(command\\:a\\)');
    assert.equal(escapeMarkdown('<img> ![a] *b* `c` &lt; @d'), '\\<img\\> \\!\\[a\\] \\*b\\* \\`c\\` \\&lt; \\@d');
    assert.equal(escapeMarkdown('https://x.org'), 'https\\://x\\.org');
    assert.equal(
      escapeMarkdown('www.1a.org 2.5 2. a-b - -c --- 2026-11-22'),
      'www\\.1a\\.org 2.5 2\\. a-b \\- \\-c \\-\\-\\- 2026-11-22',
    );
    assert.equal(escapeMarkdown('it\'s 50 %, "so"'), 'it\'s 50 %, "so"');
    assert.equal(escapeMarkdown(':bug: :100: 9:100: mailto:a'), '\\:bug: \\:100: 9\\:100: mailto\\:a');
    assert.equal(escapeMarkdown('a\n: b\n1.\n..x'), 'a\n\\: b\n1\\.\n.\\.x');
  });

  it('Markdown: a sentence, a time of day and a list after a colon stay as they are', () => {
    const text = 'Lost: at 9:30 we had 2.5 left. Ask earlier... and wait.';
    assert.equal(escapeMarkdown(text), text);
  });

  it('icons: no $( is left', () => {
    assert.equal(escapeIcons('cost $5 $(bug)'), 'cost $5 $\u200b(bug)');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '(', 'a') }), (text) => {
        assert.ok(!escapeIcons(text).includes('$('));
      }),
      { seed: SEED },
    );
  });

  it('CSV: no cell is a formula, and quotes hold', () => {
    assert.equal(csvCell('plain'), 'plain');
    assert.equal(csvCell('a "b", c'), '"a ""b"", c"');
    assert.equal(csvCell('two\nlines'), '"two\nlines"');
    assert.equal(csvCell('=1+1'), "'=1+1");
    assert.equal(csvCell('@sum(a,b)'), '"\'@sum(a,b)"');
    assert.equal(csvCell(' -1'), "' -1");
    assert.equal(csvCell('＝cmd'), "'＝cmd");
    assert.equal(csvCell('a-b'), 'a-b');
    assert.equal(csvCell(''), '');
  });
});
