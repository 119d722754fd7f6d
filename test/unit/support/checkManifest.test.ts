import assert from 'node:assert/strict';
import { checkManifest, checkUse } from '../../support/check/checkManifest';
import { checkCodeTexts, checkManifestTexts } from '../../support/check/checkTexts';

const TABLES = {
  COMMANDS: { add: 'microGoals.add' },
  VIEWS: { mine: 'microGoals.mine' },
  SETTINGS: { email: 'microGoals.email' },
  CONTEXT_KEYS: { state: 'microGoals.state' },
};

function manifest(when: string, menuCommand = 'microGoals.add') {
  return {
    contributes: {
      commands: [{ command: 'microGoals.add', title: '%add%' }],
      views: { microGoals: [{ id: 'microGoals.mine' }] },
      configuration: { properties: { 'microGoals.email': {} } },
      menus: { 'view/title': [{ command: menuCommand, when }] },
    },
  };
}

describe('checkManifest', () => {
  it('accepts a manifest that agrees with the code', () => {
    const agreeing = manifest('view == microGoals.mine && microGoals.state == ok && config.microGoals.email');
    assert.deepEqual(checkManifest(agreeing, TABLES), []);
  });

  it('names a context key that the code does not have, and one that package.json does not use', () => {
    assert.deepEqual(checkManifest(manifest('microGoals.stat == ok'), TABLES), [
      'package.json has the context key "microGoals.stat", contributions.ts does not.',
      'contributions.ts has the context key "microGoals.state", package.json does not.',
    ]);
  });

  it('names a command in a menu that is not contributed', () => {
    const [problem] = checkManifest(manifest('microGoals.state', 'microGoals.gone'), TABLES);
    assert.match(problem ?? '', /microGoals\.gone/);
  });

  it('names what no source uses', () => {
    assert.deepEqual(checkUse(TABLES, 'COMMANDS.add VIEWS.mine SETTINGS.email'), [
      'Nothing in src uses CONTEXT_KEYS.state.',
    ]);
  });
});

describe('the texts of manifest and code', () => {
  it('names keys that are missing or left over, and dead links', () => {
    const files = new Map([['package.nls.json', { old: '[x](command:microGoals.gone)' }]]);
    assert.deepEqual(checkManifestTexts(manifest(''), files, ['microGoals.add']), [
      'package.json has the text "add", package.nls.json does not.',
      'package.nls.json has the text "old", package.json does not.',
      'package.nls.json links to the command microGoals.gone, which does not exist.',
    ]);
  });

  it('reads both forms of l10n.t', () => {
    const text = "vscode.l10n.t('One {0}', n); l10n.t({ message: 'Two', comment: 'c' });";
    const bundles = new Map([['de', { 'One {0}': 'Eins {0}', Three: 'Drei' }]]);
    assert.deepEqual(checkCodeTexts([{ name: 'a.ts', text }], bundles), [
      'src has the text "Two", de does not.',
      'de has the text "Three", src does not.',
    ]);
  });
});
