import assert from 'node:assert/strict';
import type { Change } from '../../../src/core/document/change';
import type { JsonObject } from '../../../src/core/document/json';
import type { OutlineContext, PlacedGoal } from '../../../src/core/goals/outlineGoals';
import { chosenLines, planOutline } from '../../../src/core/goals/outlineGoals';
import { parseQuickAdd } from '../../../src/core/text/quickAdd';
import { readChecklist, splitLines } from '../../../src/core/text/splitLines';
import { systemRandom } from '../../../src/store/nodePorts';

const context = (more: Partial<OutlineContext> = {}): OutlineContext => ({
  existing: [],
  parent: undefined,
  owner: undefined,
  read: (text) =>
    parseQuickAdd(text, { today: '2026-11-21', people: [{ id: 'bo@example.com', name: 'Bo' }], goals: [] }),
  random: systemRandom,
  ...more,
});

const fieldsOf = (changes: readonly Change[]): JsonObject[] =>
  changes.map((change) => (change.type === 'add' ? change.fields : {}));

describe('planOutline', () => {
  it('nests, ticks and keeps the order, behind the goals that are there', () => {
    const existing: PlacedGoal[] = [{ id: 'g-first', title: 'first', parent: undefined, order: 'a3' }];
    const { changes } = planOutline(splitLines('- one\n  - [x] part\n- two'), context({ existing }));
    const [one, part, two] = fieldsOf(changes);
    assert.deepEqual([one?.['title'], one?.['order'], two?.['order']], ['one', 'a4', 'a5']);
    assert.deepEqual([part?.['status'], part?.['parent'], part?.['order']], ['done', changes[0]?.id, 'a0']);
  });

  it('reads the signs of a line, and takes a line of signs alone for its title', () => {
    const { changes } = planOutline(
      splitLines('- Fix it !fri @bo #skill !p1\n- #skill'),
      context({ owner: 'me@example.com' }),
    );
    const [first, second] = fieldsOf(changes);
    const { title, due, owner, priority, tags } = first ?? {};
    assert.deepEqual(
      { title, due, owner, priority, tags },
      {
        title: 'Fix it',
        due: '2026-11-27',
        owner: 'bo@example.com',
        priority: 1,
        tags: { skill: true },
      },
    );
    assert.deepEqual([second?.['title'], second?.['owner']], ['#skill', 'me@example.com']);
  });

  it('keeps what stands below two headings apart, also of one title, and adds nothing when it is read again', () => {
    const text = '## A\n- [x] Build\n## B\n- [ ] Build\n- [-] Sell\n## A\n- [/] Build';
    const { changes } = planOutline(readChecklist(text).lines, context());
    const goals = changes.map((change): JsonObject => ({ ...fieldsOf([change])[0], id: change.id }));
    const parentOf = (index: number): unknown => goals.find(({ id }) => id === goals[index]?.['parent'])?.['title'];
    assert.deepEqual(
      goals.map((goal, index) => [goal['title'], goal['status'], parentOf(index)]),
      [
        ['A', 'open', undefined],
        ['Build', 'done', 'A'],
        ['B', 'open', undefined],
        ['Build', 'open', 'B'],
        ['Sell', 'dropped', 'B'],
        ['A', 'open', undefined],
        ['Build', 'open', 'A'],
      ],
    );
    assert.notEqual(goals[1]?.['parent'], goals[6]?.['parent']);
    const existing = goals.map((goal) => goal as unknown as PlacedGoal).reverse();
    const again = planOutline(readChecklist(text).lines, context({ existing }));
    assert.deepEqual([again.changes.length, again.goals.map(({ id }) => id)], [0, goals.map(({ id }) => id)]);
  });

  it('adds no title twice below one parent, but what is new below a known one', () => {
    const existing: PlacedGoal[] = [
      { id: 'g-known', title: 'Known  goal', parent: 'g-top', order: undefined },
      { id: 'g-other', title: 'Other', parent: 'g-elsewhere', order: undefined },
    ];
    const text = '- Known goal\n  - New part\n- Other\n- Other';
    const { goals, changes } = planOutline(splitLines(text), context({ existing, parent: 'g-top' }));
    assert.deepEqual(
      fieldsOf(changes).map(({ title, parent }) => [title, parent]),
      [
        ['New part', 'g-known'],
        ['Other', 'g-top'],
      ],
    );
    assert.deepEqual(
      goals.map(({ isKnown }) => isKnown),
      [true, false, false, true],
    );
  });
});

describe('chosenLines', () => {
  it('puts a line whose own parent was left out below the next one above', () => {
    const lines = splitLines('- a\n  - b\n    - c\n- d');
    const [a, d] = lines;
    const c = a?.children[0]?.children[0];
    assert.ok(a && c && d);
    assert.deepEqual(chosenLines(lines, new Set([a, c])), [{ ...a, children: [c] }]);
    assert.deepEqual(chosenLines(lines, new Set([c, d])), [c, d]);
  });
});
