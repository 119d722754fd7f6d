import assert from 'node:assert/strict';
import { todoComment } from '../../../src/core/text/todoComment';

describe('a TODO comment', () => {
  const comments: readonly (readonly [string, string])[] = [
    ['// TODO: retry the upload', 'retry the upload'],
    ['  call(); // TODO:retry', 'retry'],
    [' * TODO: retry', 'retry'],
    ['/* TODO: retry */', 'retry'],
    ['# TODO: retry', 'retry'],
    ['#TODO: retry', 'retry'],
    ['-- TODO: retry', 'retry'],
    ['<!-- TODO: retry the\tupload -->', 'retry the upload'],
    ['; TODO: retry', 'retry'],
    ['% TODO: retry', 'retry'],
    ['rem TODO: retry', 'retry'],
    ['(* // TODO: retry: twice *)', 'retry: twice'],
  ];

  for (const [line, text] of comments) {
    it(`is read in ${line.trim()}`, () => {
      const todo = todoComment(line);
      assert.equal(todo?.text, text);
      assert.equal(line.slice(todo.idAt - 4, todo.idAt + 1), 'TODO:');
    });
  }

  it('is none without text, without a comment, or where somebody is named', () => {
    const others = [
      '// TODO:',
      '/* TODO: */',
      '// TODO(g-4kq7w2m9xd): retry',
      '// TODO(bo): retry',
      '// TODO retry',
      'TODO: retry',
      'case TODO: retry()',
      '// METODO: retry',
      `// TODO: ${'x'.repeat(1000)}`,
    ];
    for (const line of others) assert.equal(todoComment(line), undefined, line);
  });
});
