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
    ['  {/* TODO: retry the upload */}', 'retry the upload'],
    ['<b>{/*TODO: retry*/ count}</b>', 'retry'],
    ['<p>a</p> <!-- TODO: retry --> <p>b</p>', 'retry'],
    ['SELECT 1; /* TODO: retry */ SELECT 2;', 'retry'],
    ['SELECT 1; -- TODO: retry -- twice', 'retry -- twice'],
    ['--[[ TODO: retry ]] call()', 'retry'],
    ['--[=[TODO: retry [[twice]] ]=]', 'retry [[twice]]'],
    ['x = 1  # TODO: retry "it"', 'retry "it"'],
    ['"""TODO: retry."""', 'retry.'],
    ["'''doc''' # TODO: keep ''' as it is", "keep ''' as it is"],
    ['//! TODO: retry', 'retry'],
    ['/// TODO: retry', 'retry'],
    ['let a = /* TODO: retry */ b * c;', 'retry'],
    ['a { color: red } /* TODO: retry */ b { }', 'retry'],
    [' * TODO: retry */', 'retry'],
    ['{- TODO: retry -}', 'retry'],
    ['{# TODO: retry #}', 'retry'],
    ['<%# TODO: retry %>', 'retry'],
    ['<# TODO: retry #>', 'retry'],
    ['// TODO： retry', 'retry'],
  ];

  for (const [line, text] of comments) {
    it(`is read in ${line.trim()}`, () => {
      const todo = todoComment(line);
      assert.equal(todo?.text, text);
      assert.match(line.slice(todo.idAt - 4, todo.idAt + 1), /^TODO[:：]$/);
    });
  }

  for (const line of [
    '{/* TODO retry */}',
    '// TODO retry',
    '/** TODO retry */',
    '<!-- TODO retry -->',
    '-- TODO retry',
    '--[[ TODO retry ]]',
    '# TODO retry',
    '"""TODO retry"""',
    '//! TODO retry',
  ])
    it(`needs no colon where the comment begins with it: ${line}`, () => {
      const todo = todoComment(line);
      assert.equal(todo?.text, 'retry');
      assert.equal(line.slice(todo.idAt - 4, todo.idAt), 'TODO');
    });

  it('is none without text, without a comment, or where somebody is named', () => {
    const others = [
      '// TODO:',
      '/* TODO: */',
      '// TODO(g-4kq7w2m9xd): retry',
      '// TODO(bo): retry',
      '// see the TODO list',
      'const list = "a TODO list"; // done',
      'TODO: retry',
      'case TODO: retry()',
      '// METODO: retry',
      `// TODO: ${'x'.repeat(1000)}`,
    ];
    for (const line of others) assert.equal(todoComment(line), undefined, line);
  });
});
