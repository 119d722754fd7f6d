import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type OutlineLine, readChecklist, splitLines } from '../../../src/core/text/splitLines';

const SEED = 20261121;
const leaf = (text: string, done = false): OutlineLine => ({ text, done, children: [] });
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

  it('nests by indentation, with tabs and uneven steps', () => {
    assert.deepEqual(splitLines('- a\n  - [x] b\n\t- c\n      - d\n - e\nf'), [
      {
        text: 'a',
        done: false,
        children: [{ text: 'b', done: true, children: [{ text: 'c', done: false, children: [leaf('d')] }] }, leaf('e')],
      },
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
    for (const unit of ['- ', '\t', '[', '1', '-', '\n- [x] a']) splitLines(unit.repeat(1_000_000 / unit.length));
  });
});

describe('readChecklist', () => {
  it('takes the lists of a Markdown text and counts the rest', () => {
    const text = '# Plan\n\nSome prose.\n\n- [ ] a\n  - [x] b\n\n```\n- no goal\n```\n---\n1. c\n';
    const { lines, others } = readChecklist(text);
    assert.deepEqual(lines, [{ ...leaf('a'), children: [leaf('b', true)] }, leaf('c')]);
    assert.equal(others, 5);
  });

  it('takes all lines of a text without a list', () => {
    assert.deepEqual(readChecklist('one\ntwo'), { lines: [leaf('one'), leaf('two')], others: 0 });
  });
});
