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
      ours: lines('{', 'a', ',', '}'),
      theirs: lines('{', 'b', ',', 'c', '}'),
      base: undefined,
    });
  });

  it('gives the base where every conflict shows it', () => {
    const text = lines('<<<<<<< x', 'a', '||||||| y', 'o', '=======', 'b', '>>>>>>> z');
    assert.equal(splitMarkers(text)?.base, 'o');
    assert.equal(splitMarkers(lines(text, '<<<<<<<', 'a', '=======', '>>>>>>>'))?.base, undefined);
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
      ours: 'a',
      theirs: 'b',
      base: lines('<<<<<<<<<', 'p', '=========', 'q', '>>>>>>>>>'),
    });
  });

  it('knows markers with carriage returns', () => {
    assert.equal(splitMarkers(lines('<<<<<<< x\r', 'a\r', '=======\r', 'b\r', '>>>>>>> z\r'))?.ours, 'a\r');
  });

  for (const text of [
    '{}',
    '<<<<<<< x\na',
    'a\n=======\n',
    '<<<<<<< x\n=======\n=======\n',
    '<<<<<< x\n======\n>>>>>> y',
  ]) {
    it(`finds no sides in ${JSON.stringify(text)}`, () => {
      assert.equal(splitMarkers(text), undefined);
    });
  }
});
