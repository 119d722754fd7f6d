import assert from 'node:assert/strict';
import { editableText, readEditedText } from '../../../src/cli/terminal/editText';
import { findId } from '../../../src/cli/place/findGoal';
import { FIELD_NAMES, FIELD_OPTIONS } from '../../../src/cli/terminal/goalOptions';
import { shortIds } from '../../../src/cli/texts/shortIds';
import { fitText, textWidth } from '../../../src/cli/terminal/textWidth';
import { goalKind } from '../../../src/core/model/goal';
import { readGoal } from '../../../src/core/model/goalView';

describe('command line: texts', () => {
  it('knows how many columns a text takes', () => {
    assert.equal(textWidth('abc'), 3);
    assert.equal(textWidth('日本'), 4);
    assert.equal(textWidth('🚀'), 2);
    assert.equal(textWidth('e\u0301'), 1);
  });

  it('cuts a text to a width', () => {
    assert.equal(fitText('abcdef', 6), 'abcdef');
    assert.equal(fitText('abcdef', 4), 'abc…');
    assert.equal(fitText('日本語', 4), '日…');
    for (let width = 1; width < 12; width++) assert.ok(textWidth(fitText('a日b本🚀c', width)) <= width, String(width));
  });

  it('gives each id a short beginning that no other has', () => {
    const ids = ['g-4kq7w2m9xd', 'g-4kq7w2m9xe', 'g-8t1v5n0zqe'];
    const short = shortIds(ids);
    assert.deepEqual([...short.values()], ['4kq7w2m9xd', '4kq7w2m9xe', '8t1v']);
    for (const id of ids)
      assert.equal(findId(short.get(id) ?? '', new Map(ids.map((each) => [each, { title: '' }]))), id);
  });

  it('has an option for every field it names, and the file knows them all', () => {
    assert.deepEqual(Object.keys(FIELD_OPTIONS), [...FIELD_NAMES]);
    for (const name of FIELD_NAMES) assert.ok(name in goalKind.fields, name);
  });

  it('reads back what it gave to the editor', () => {
    const record = {
      title: '#1 "quoted" @home',
      due: '2026-12-04',
      notes: 'One\n\nTwo',
      tags: { ci: true },
      priority: 2,
    };
    const { goal } = readGoal('g-4kq7w2m9xd', record);
    const { title, notes } = readEditedText(editableText(goal));
    assert.equal(notes, 'One\n\nTwo');
    assert.match(title, /!2026-12-04 #ci !p2$/);
    assert.deepEqual(readEditedText('\n\n Only a title \r\n'), { title: 'Only a title', notes: '' });
  });
});
