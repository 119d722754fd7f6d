import assert from 'node:assert/strict';
import { goalIdsIn, replaceGoalIds, typedTodo, typedTrailer } from '../../../src/core/text/goalReference';

const A = 'g-4kq7w2m9xd';
const B = 'g-0000000000';

describe('what is typed that names a goal', () => {
  const trailer = (line: string) => typedTrailer(line, line.length);
  const todo = (line: string) => typedTodo(line, line.length);

  it('is the rest of a trailer, id or title', () => {
    assert.deepEqual(trailer('Goal: '), { type: 'trailer', spaced: true, from: 6, to: 6 });
    assert.deepEqual(trailer('goal: re'), { type: 'trailer', spaced: true, from: 6, to: 8 });
    assert.deepEqual(trailer('CLOSES-GOAL :\tre'), { type: 'trailer', spaced: true, from: 14, to: 16 });
    assert.deepEqual(trailer(`Goal: ${A}, re`), { type: 'trailer', spaced: true, from: 20, to: 22 });
    assert.deepEqual(trailer(`Goal: ${A} ${B} re`), { type: 'trailer', spaced: true, from: 32, to: 34 });
    assert.deepEqual(trailer('Goal:'), { type: 'trailer', spaced: false, from: 5, to: 5 });
    assert.deepEqual(trailer('  Closes-Goal: g-4k'), { type: 'trailer', spaced: true, from: 15, to: 19 });
    assert.deepEqual(trailer('Goal: retry up'), { type: 'trailer', spaced: true, from: 6, to: 14 });
    assert.deepEqual(typedTrailer(`Goal: ${A}`, 8), { type: 'trailer', spaced: true, from: 6, to: 8 });
  });

  it('is the key of a trailer while it stands alone', () => {
    for (const line of ['', 'G', 'goal', 'Clo', 'closes-', 'Closes-Goal'])
      assert.deepEqual(trailer(line), { type: 'key', from: 0, to: line.length });
    for (const line of ['x', 'Goals', 'The Goal', 'Goal ', '# Goal']) assert.equal(trailer(line), undefined);
    assert.equal(typedTrailer('Go on with it', 2), undefined);
  });

  it('is no other text', () => {
    for (const line of ['x Goal: ', 'Goals: ', '# Goal: ', 'goals: ']) assert.equal(trailer(line), undefined);
  });

  it('is the id in a TODO', () => {
    assert.deepEqual(todo('// TODO('), { type: 'todo', closed: false, from: 8, to: 8 });
    assert.deepEqual(todo('# TODO(g-4k'), { type: 'todo', closed: false, from: 7, to: 11 });
    assert.deepEqual(typedTodo('// TODO()', 8), { type: 'todo', closed: true, from: 8, to: 8 });
    for (const line of ['// TODO', '// TODO(g-4k)', '// TODO(a b', 'METODO(']) assert.equal(todo(line), undefined);
  });

  it('finds ids with their places, and nothing that looks like one', () => {
    assert.deepEqual(goalIdsIn(`see ${A},${B}.`), [
      { id: A, from: 4, to: 16 },
      { id: B, from: 17, to: 29 },
    ]);
    for (const text of [`x${A}`, `${A}x`, 'g-4kq7w2m9x', 'g-4kq7w2m9xi', 'G-4kq7w2m9xd', 'fix-big-deployment'])
      assert.deepEqual(goalIdsIn(text), []);
  });

  it('an id that stands alone is replaced; in a path, a URL or a longer word it stays', () => {
    const known = (id: string): string | undefined => (id === A ? '<A>' : undefined);
    assert.equal(replaceGoalIds(`${A}: see (${A}), ${B} and\n${A}`, known), `<A>: see (<A>), ${B} and\n<A>`);
    for (const text of ['Subject', `feat/${A}-login`, `https://example.com/${A}`, `\`${A}\``, B])
      assert.equal(replaceGoalIds(text, known), undefined);
  });
});
