import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type OutlineLine, readChecklist, splitLines } from '../../../src/core/text/splitLines';

const SEED = 20261121;
const item = (text: string, children: OutlineLine[] = [], status: OutlineLine['status'] = 'open'): OutlineLine => ({
  text,
  status,
  isHeading: false,
  children,
});
const heading = (text: string, children: OutlineLine[]): OutlineLine => ({ ...item(text, children), isHeading: true });
const leaf = (text: string, done = false): OutlineLine => item(text, [], done ? 'done' : 'open');
const depth = (lines: readonly OutlineLine[]): number =>
  lines.reduce((most, line) => Math.max(most, 1 + depth(line.children)), 0);

describe('splitLines', () => {
  it('takes plain lines, without the empty ones', () => {
    assert.deepEqual(splitLines('one\r\n\r\n  \ntwo  words \u2028three'), [
      leaf('one'),
      leaf('two words'),
      leaf('three'),
    ]);
  });

  it('reads a checklist with every marker', () => {
    assert.deepEqual(splitLines('- [ ] a\n- [x] b\n* [X] c\n+ d\n1. e\n2) f\n• g\n[x] h'), [
      leaf('a'),
      leaf('b', true),
      leaf('c', true),
      leaf('d'),
      leaf('e'),
      leaf('f'),
      leaf('g'),
      leaf('h', true),
    ]);
  });

  for (const [box, status] of [
    ['[ ]', 'open'],
    ['[]', 'open'],
    ['[/]', 'open'],
    ['[.]', 'open'],
    ['[>]', 'open'],
    ['[?]', 'open'],
    ['☐', 'open'],
    ['[x]', 'done'],
    ['[✓]', 'done'],
    ['[✔️]', 'done'],
    ['［ｘ］', 'done'],
    ['☑', 'done'],
    ['✅', 'done'],
    ['[-]', 'dropped'],
    ['[~]', 'dropped'],
    ['[❌]', 'dropped'],
  ] as const)
    it(`reads ${box} as ${status}, with and without a bullet`, () => {
      assert.deepEqual(splitLines(`- ${box} a\n${box} b`), [item('a', [], status), item('b', [], status)]);
    });

  it('takes an indented line without a marker right below an item for the rest of it', () => {
    assert.deepEqual(splitLines('- a\n  and more\n\n  - b\n    too\nplain\n  below'), [
      item('a and more', [leaf('b too')]),
      item('plain', [leaf('below')]),
    ]);
  });

  it('nests by indentation, with tabs and uneven steps', () => {
    assert.deepEqual(splitLines('- a\n  - [x] b\n\t- c\n      - d\n - e\nf'), [
      item('a', [item('b', [item('c', [leaf('d')])], 'done'), leaf('e')]),
      leaf('f'),
    ]);
  });

  it('leaves text that only looks like a marker', () => {
    assert.deepEqual(splitLines('-1 is negative\n[x]y\n1.5 times\n#12 again'), [
      leaf('-1 is negative'),
      leaf('[x]y'),
      leaf('1.5 times'),
      leaf('#12 again'),
    ]);
  });

  it('skips rules and empty entries', () => {
    assert.deepEqual(splitLines('Title\n=====\n---\n- [ ]\n-\n- a'), [leaf('Title'), leaf('a')]);
  });

  it('keeps every line of a very deep list in a tree of bounded depth', () => {
    const lines = Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}- x${level}`);
    const tree = splitLines(lines.join('\n'));
    assert.equal(depth(tree), 16);
    assert.equal(JSON.stringify(tree).split('"x').length - 1, 2000);
  });

  it('reads any text, and a megabyte of marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const line of splitLines(text)) assert.notEqual(line.text, '');
      }),
      { seed: SEED },
    );
    for (const unit of ['- ', '\t', '[', '1', '-', '\n- [x] a', 'x\n', '# a\n- b\nc\n']) {
      splitLines(unit.repeat(1_000_000 / unit.length));
      readChecklist(`- a\n${unit.repeat(1_000_000 / unit.length)}`);
    }
  });
});

describe('readChecklist', () => {
  it('takes the lists of a Markdown text and counts the rest', () => {
    const text = '# Plan\n\nSome prose.\n\n- [ ] a\n  - [x] b\n\n```\n- no goal\n```\n---\n1. c\n';
    const { lines, others } = readChecklist(text);
    assert.deepEqual(lines, [heading('Plan', [item('a', [leaf('b', true)]), leaf('c')])]);
    assert.equal(others, 4);
  });

  it('puts lists below their headings, of both forms, and leaves out headings without a list', () => {
    const text =
      '- first\n# Release 2 #\n## Windows\n- [x] Build\n## Notes\nprose\n## macOS\n- [ ] Build\n\nLater\n=====\n- Build\n\nSoon\n---\n- x';
    const { lines, others } = readChecklist(text);
    assert.deepEqual(lines, [
      leaf('first'),
      heading('Release 2', [heading('Windows', [leaf('Build', true)]), heading('macOS', [leaf('Build')])]),
      heading('Later', [leaf('Build'), heading('Soon', [leaf('x')])]),
    ]);
    assert.equal(others, 2);
  });

  it('joins an item that is wrapped, with and without indentation, and ends it where Markdown does', () => {
    const text = [
      '- [ ] Keep the key on a server. The rehearsal has',
      '      verified the secrets\\',
      '  without exposing them.',
      '1. Support the release of',
      '   2019. It is old',
      'and lazy',
      '',
      '   A second paragraph.',
      '* Last',
      '> quoted',
    ];
    const { lines, others } = readChecklist(text.join('\n'));
    assert.deepEqual(lines, [
      leaf('Keep the key on a server. The rehearsal has verified the secrets without exposing them.'),
      // Below a numbered item, a further number is an item.
      item('Support the release of', [leaf('It is old and lazy')]),
      leaf('Last'),
    ]);
    assert.equal(others, 2);
    assert.deepEqual(readChecklist('- Support the release of\n  2019. It is old').lines, [
      leaf('Support the release of 2019. It is old'),
    ]);
  });

  it('takes all lines of a text without a list', () => {
    assert.deepEqual(readChecklist('one\ntwo'), { lines: [leaf('one'), leaf('two')], others: 0 });
  });
});
