import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { projectFolder } from '../../../support/run/projectFolder';

interface MenuEntry {
  readonly command: string;
  readonly when: string;
}

const { contributes } = JSON.parse(readFileSync(projectFolder('package.json'), 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: {
      readonly 'view/item/context': readonly MenuEntry[];
      readonly commandPalette: readonly MenuEntry[];
    };
  };
};

/** The commands in the menu of a row with those facts. */
function menuOf(facts: string): readonly string[] {
  const fits = ({ when }: MenuEntry): boolean =>
    when.split(' && ').every((part) => {
      const [, not, pattern] = /^(!?)\(?viewItem =~ \/(.+)\/\)?$/.exec(part) ?? [];
      return pattern === undefined || new RegExp(pattern).test(facts) === (not === '');
    });
  const commands = contributes.menus['view/item/context'].filter(fits).map(({ command }) => command);
  return commands.map((command) => command.replace('microGoals.', ''));
}

/** What teams agree with. */
const AGREEMENT = ['addRecord', 'alignGoal', 'giveFeedback', 'giveKudos', 'checkIn', 'reportBlocker', 'addReview'];

describe('levels of the views', () => {
  it('are not in the menus of a person who has only personal goals', () => {
    const offered = menuOf(';goal;micro;open;personal;');
    assert.ok(offered.includes('renameGoal') && offered.includes('shareGoal'));
    assert.deepEqual(
      offered.filter((command) => AGREEMENT.includes(command)),
      [],
    );
  });

  it('are in the menus of the goals of a team', () => {
    const offered = menuOf(';goal;micro;open;team;');
    assert.deepEqual(
      AGREEMENT.filter((command) => !offered.includes(command)),
      [],
    );
  });

  it('offer one click on what serves nothing, and an answer only where one waits', () => {
    assert.ok(!menuOf(';goal;micro;open;team;').includes('acceptRelation'));
    assert.equal(menuOf(';goal;micro;open;team;unaligned;').filter((command) => command === 'alignGoal').length, 2);
    const answers = ['acceptRelation', 'declineRelation', 'reachMilestone', 'grantResource', 'declineResource'];
    const offered = (facts: string): string[] => answers.filter((command) => menuOf(facts).includes(command));
    assert.deepEqual(offered(';record;relation;asked;'), ['acceptRelation', 'declineRelation']);
    assert.deepEqual(offered(';record;resource;requested;'), ['grantResource', 'declineResource']);
    assert.deepEqual(offered(';record;milestone;ahead;'), ['reachMilestone']);
    for (const kind of ['relation', 'resource', 'milestone']) assert.deepEqual(offered(`;record;${kind};`), []);
  });

  it('are in the palette from the start', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when !== '' && when !== 'true');
    const shown = (name: string): boolean =>
      contributes.commands.some(({ command }) => command === `microGoals.${name}`) &&
      !hidden.some(({ command }) => command === `microGoals.${name}`);
    assert.deepEqual(
      AGREEMENT.filter((command) => !shown(command)),
      [],
    );
  });
});
