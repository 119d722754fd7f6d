import assert from 'node:assert/strict';
import { splitMarkers } from '../../../src/core/document/conflictMarkers';

const lines = (...texts: string[]): string => texts.join('\n');

describe('splitMarkers', () => {
  it('gives each side with all that stands around the conflicts', () => {
    const text = lines(
      '{',
      '<<<<<<< ours',
      'a',
      '=======',
      'b',
      '>>>>>>> theirs',
      ',',
      '<<<<<<<',
      '=======',
      'c',
      '>>>>>>>',
      '}',
    );
    assert.deepEqual(splitMarkers(text), {
      sides: [lines('{', 'a', ',', '}'), lines('{', 'b', ',', 'c', '}')],
      bases: [],
    });
  });

  it('gives the base where every conflict shows it', () => {
    const text = lines('<<<<<<< x', 'a', '||||||| y', 'o', '=======', 'b', '>>>>>>> z');
    assert.equal(splitMarkers(text)?.bases[0], 'o');
    assert.deepEqual(splitMarkers(lines(text, '<<<<<<<', 'a', '=======', '>>>>>>>'))?.bases, []);
  });

  it('takes markers of another size inside a base for text', () => {
    const text = lines(
      '<<<<<<<',
      'a',
      '|||||||',
      '<<<<<<<<<',
      'p',
      '=========',
      'q',
      '>>>>>>>>>',
      '=======',
      'b',
      '>>>>>>>',
    );
    assert.deepEqual(splitMarkers(text), {
      sides: ['a', 'b'],
      bases: [lines('<<<<<<<<<', 'p', '=========', 'q', '>>>>>>>>>')],
    });
  });

  it('knows markers with carriage returns', () => {
    assert.equal(splitMarkers(lines('<<<<<<< x\r', 'a\r', '=======\r', 'b\r', '>>>>>>> z\r'))?.sides[0], 'a\r');
  });

  const five = (...texts: string[]): string => lines('0', ...texts, '9');

  it('knows markers of any length', () => {
    for (const size of [3, 11, 32]) {
      const [open, middle, close] = ['<', '=', '>'].map((sign) => sign.repeat(size));
      const text = five(`${open} x`, 'a', middle ?? '', 'b', `${close} z`);
      assert.deepEqual(splitMarkers(text)?.sides, [five('a'), five('b')]);
    }
  });

  it('takes a whole conflict inside a side for text of that side', () => {
    const inner = lines('<<<<<<< p', '1', '||||||| q', '2', '=======', '3', '>>>>>>> r');
    const text = lines('<<<<<<< x', inner, '=======', 'b', '>>>>>>> z');
    assert.deepEqual(splitMarkers(text)?.sides, [inner, 'b']);
  });

  describe('as jj writes them', () => {
    const expected = { sides: [five('a', 'b', 'C'), five('A', 'b', 'c')], bases: [five('a', 'b', 'c')] };

    it('shows a difference and a side', () => {
      const difference = [' a', ' b', '-c', '+C'];
      for (const label of [
        ['%%%%%%% Changes from base to side #1'],
        ['%%%%%%% diff from: vpxusssl 38d49363 "merge base"', '\\\\\\\\\\\\\\        to: rtsqusxu 2768b0b9 "left"'],
      ]) {
        const side = ['+++++++ Contents of side #2', 'A', 'b', 'c'];
        const ends = ['<<<<<<< Conflict 1 of 1', '>>>>>>> Conflict 1 of 1 ends'] as const;
        assert.deepEqual(splitMarkers(five(ends[0], ...label, ...difference, ...side, ends[1])), expected);
      }
    });

    it('puts the side first where the other difference is shorter', () => {
      const text = five(
        '<<<<<<<<<<< conflict 1 of 1',
        '+++++++++++ rtsqusxu 2768b0b9 "left" (no terminating newline)',
        'a',
        'b',
        'C',
        '%%%%%%%%%%% diff from: vpxusssl 38d49363 "merge base"',
        '\\\\\\\\\\\\\\\\\\\\\\        to: ysrnknol 7a20f389 "right"',
        '-a',
        '+A',
        ' b',
        ' c',
        '>>>>>>>>>>> conflict 1 of 1 ends',
      );
      assert.deepEqual(splitMarkers(text), expected);
    });

    it('shows each side and base', () => {
      const sides = ['+++++++ Contents of side #1', 'a', 'b', 'C', '------- Contents of base', 'a', 'b', 'c'];
      const more = ['+++++++ Contents of side #2', 'A', 'b', 'c'];
      assert.deepEqual(splitMarkers(five('<<<<<<< Conflict 1 of 1', ...sides, ...more, '>>>>>>> ends')), expected);
    });

    it('writes like git', () => {
      const sides = ['a', 'b', 'C', '||||||| Base', 'a', 'b', 'c', '=======', 'A', 'b', 'c'];
      const ends = ['<<<<<<< Side #1 (Conflict 1 of 1)', '>>>>>>> Side #2 (Conflict 1 of 1 ends)'] as const;
      assert.deepEqual(splitMarkers(five(ends[0], ...sides, ends[1])), expected);
    });

    it('joins more than two sides', () => {
      const text = lines(
        '<<<<<<< Conflict 1 of 1',
        '%%%%%%% Changes from base #1 to side #1',
        '-o',
        '+a',
        '%%%%%%% Changes from base #2 to side #2',
        '-p',
        '+b',
        '+++++++ Contents of side #3',
        'c',
        '>>>>>>> Conflict 1 of 1 ends',
      );
      assert.deepEqual(splitMarkers(text), { sides: ['a', 'b', 'c'], bases: ['o', 'p'] });
    });
  });

  for (const text of [
    '{}',
    '<<<<<<< x\na',
    'a\n=======\n',
    '<<<<<<< x\n=======\n=======\n',
    '<<<<<< x\n=======\n>>>>>> y',
    '<<<<<<< x\n+++++++ a\n1\n>>>>>>> y',
    '<<<<<<< x\n%%%%%%% a to b\n*1\n+++++++ c\n>>>>>>> y',
  ]) {
    it(`finds no sides in ${JSON.stringify(text)}`, () => {
      assert.equal(splitMarkers(text), undefined);
    });
  }
});
