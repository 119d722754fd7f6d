import assert from 'node:assert/strict';
import { checkCodeTexts } from '../../support/check/checkTexts';
import { localizedTexts } from '../../support/check/localizedTexts';
import { codeBlocks } from '../../support/docs/codeBlocks';
import { fillMarked } from '../../support/docs/fillMarked';
import { markdownTable } from '../../support/docs/markdownTable';

describe('localizedTexts', () => {
  it('follows t where it was taken from vscode.l10n or given, and only there', () => {
    const call = "t('One'); list.t('no'); set('no');";
    assert.deepEqual(localizedTexts({ name: 'a.ts', text: `const { t } = vscode.l10n;\n${call}` }).texts, ['One']);
    assert.deepEqual(localizedTexts({ name: 'a.ts', text: call }).texts, []);
    const given = `function name(t: Say): string { ${call} }`;
    assert.deepEqual(localizedTexts({ name: 'a.ts', text: given }).texts, ['One'], 'given by who knows the editor');
  });

  it('names a text that no bundle can hold', () => {
    const { problems } = localizedTexts({ name: 'a.ts', text: '\nl10n.t(name)' });
    assert.deepEqual(problems, ['a.ts:2: the text of l10n.t is no literal.']);
  });
});

describe('checkCodeTexts', () => {
  it('names a translation that loses what the program fills in', () => {
    const source = { name: 'a.ts', text: "l10n.t('$(edit) {0} of {1}')" };
    const bundle = (text: string) => new Map([['de', { '$(edit) {0} of {1}': text }]]);
    assert.deepEqual(checkCodeTexts([source], bundle('$(edit) von {1} sind es {0}')), []);
    assert.equal(checkCodeTexts([source], bundle('$(edit) {0} von')).length, 1);
    assert.equal(checkCodeTexts([source], bundle('{0} von {1}')).length, 1);
  });
});

describe('the generated parts of a document', () => {
  const text = 'Before\n<!-- a -->\n\nold\n\n<!-- /a -->\nAfter\n';

  it('are replaced between their marks, twice with the same result', () => {
    const once = fillMarked(text, 'a', 'new');
    assert.equal(once, 'Before\n<!-- a -->\n\nnew\n\n<!-- /a -->\nAfter\n');
    assert.equal(fillMarked(once, 'a', 'new'), once);
  });

  it('need their marks', () => {
    assert.throws(() => fillMarked(text, 'b', 'new'), /"b"/);
  });

  it('keep a bar in its cell', () => {
    assert.equal(markdownTable(['A'], [['x|y']]), '| A |\n| --- |\n| x\\|y |');
  });

  it('leave blocks of other languages alone', () => {
    assert.deepEqual(codeBlocks('```sh\na\nb\n```\n```json\n{}\n```\n```sh\nc\n```\n', 'sh'), ['a\nb\n', 'c\n']);
  });
});
