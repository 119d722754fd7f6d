import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collapseSpace } from '../../../src/core/text/safeText';
import { describeQuickAdd, isTag, parseQuickAdd } from '../../../src/core/text/quickAdd';
import { quickAddText } from '../../../src/core/text/quickAddText';
import { REPETITIONS } from '../../../src/core/text/repetitions';

const SEED = 20261121;
const CONTEXT = {
  today: '2026-11-21',
  people: [
    { id: 'ana@example.com', name: 'Ana María Núñez' },
    { id: 'bo@example.com', name: 'Bo Lee' },
    { id: 'carl@example.com', name: 'Carl Ny' },
    { id: 'carla@example.com', name: 'Carla Ek' },
    { id: 'j.smith@example.com', name: 'Søren Smith' },
    { id: 'j.smythe@example.com', name: 'Jo Smythe' },
    { id: 'p-0000000001', name: 'Dana' },
  ],
  goals: [
    { id: 'g-4kq7w2m9xd', title: 'Cut CI time' },
    { id: 'g-4kr0000000', title: 'Ship the login page' },
    { id: 'g-7000000000', title: 'Learn Rust' },
    { id: 'g-8000000000', title: 'Twin' },
    { id: 'g-9000000000', title: 'Twin' },
  ],
};

const parse = (text: string) => parseQuickAdd(text, CONTEXT);
/** The goal's own fields, without tokens and problems. */
function fieldsOf(text: string): Record<string, unknown> {
  const own = Object.entries(parse(text)).filter(([key]) => key !== 'tokens' && key !== 'problems');
  return Object.fromEntries(own);
}

describe('parseQuickAdd', () => {
  it('reads every sign of the grammar', () => {
    assert.deepEqual(fieldsOf('Fix login test !fri @bo #skill ^ci-time !p1 *Weekly'), {
      title: 'Fix login test',
      due: '2026-11-27',
      owner: 'bo@example.com',
      parent: 'g-4kq7w2m9xd',
      priority: 1,
      repeat: 'weekly',
      tags: ['skill'],
    });
    assert.deepEqual(parse('Fix login test !fri @bo #skill ^ci-time !p1 *weekly').problems, []);
  });

  it('says where each token stands and what it means', () => {
    const text = 'Fix  !fri @ana #Skill';
    const { tokens } = parse(text);
    for (const token of tokens) assert.equal(text.slice(token.start, token.end), token.text);
    assert.deepEqual(
      tokens.map(({ kind, meaning, ok }) => [kind, meaning, ok]),
      [
        ['due', 'Fri 27 Nov', true],
        ['owner', 'Ana María Núñez', true],
        ['tag', '#skill', true],
      ],
    );
  });

  const titles = [
    'Answer #12 at once',
    'Learn C# well',
    'Keep a != b and !! as code',
    'Prove a^b = b^a',
    'Write to bo@example.com',
    'Smile ^_^ and go',
    'Just ! @ # ^ signs',
    'Rename "@bo #skill !fri" everywhere',
    'An "unclosed quote',
    'Path C:\\temp and \\\\server\\share',
    'a#b a@b a!fri',
    'Range #1-2',
    '#skill, with a comma',
    'Delete *.tmp and **all** of *it*, weekly*',
  ];
  for (const title of titles) {
    it(`leaves ${JSON.stringify(title)} as it is`, () => {
      assert.deepEqual(fieldsOf(title), { title, tags: [] });
      assert.deepEqual(parse(title).problems, []);
    });
  }

  it('takes the word behind a backslash as text', () => {
    assert.equal(parse('\\#skill \\!fri \\@bo \\^ci \\"x').title, '#skill !fri @bo ^ci "x');
    assert.equal(parse('\\\\#skill').title, '\\#skill');
    assert.equal(parse('Fix \\#1').title, 'Fix #1');
    assert.equal(parse('\\*weekly \\*.tmp').title, '*weekly \\*.tmp');
  });

  for (const word of ['!tomorow', '!next-month', '!important!', '!31.2.', '!(fri)', '!día', '！ｆｒｙ'])
    it(`reports ${word}, which is no day, and keeps it`, () => {
      const { title, due, problems } = parse(`buy ${word}`);
      assert.deepEqual([title, due, problems.length], [`buy ${word}`, undefined, 1]);
      assert.match(problems[0] ?? '', / is no date\.$/);
    });

  it('reads full-width signs, letters and digits as an input method types them', () => {
    assert.deepEqual(fieldsOf('直す　！ｆｒｉ ＠bo ＃skill ＾ci-time ！ｐ１ ＊weekly'), {
      title: '直す',
      due: '2026-11-27',
      owner: 'bo@example.com',
      parent: 'g-4kq7w2m9xd',
      priority: 1,
      repeat: 'weekly',
      tags: ['skill'],
    });
    assert.equal(parse('x ！２０２６－１２－０４').due, '2026-12-04');
    assert.equal(parse('x !４．１２．').due, '2026-12-04');
    assert.equal(parse('x ＠＂Ana María＂').owner, parse('x @"Ana María"').owner);
    assert.equal(parse('Fix ＃12 and ＡＢＣ').title, 'Fix ＃12 and ＡＢＣ');
    assert.equal(quickAddText({ title: 'Say ＠bo', tags: [] }), 'Say \\＠bo');
    assert.equal(parse('Say \\＠bo').title, 'Say ＠bo');
  });

  it('collapses white space and composes letters', () => {
    assert.equal(parse('  e\u0301te\u0301 \t\n !2d  now ').title, 'été now');
  });

  const people: readonly (readonly [text: string, owner: string])[] = [
    ['@bo@example.com', 'bo@example.com'],
    ['@BO', 'bo@example.com'],
    ['@lee.new@example.com', 'lee.new@example.com'],
    ['@carl', 'carl@example.com'],
    ['@"Carla Ek"', 'carla@example.com'],
    ['@carla-e', 'carla@example.com'],
    ['@nunez', 'ana@example.com'],
    ['@ana-maria', 'ana@example.com'],
    ['@soren', 'j.smith@example.com'],
    ['@j.smi', 'j.smith@example.com'],
    ['@dan', 'p-0000000001'],
    ['@car', ''],
    ['@j.sm', ''],
    ['@nobody', ''],
    ['@__proto__', ''],
  ];
  for (const [text, owner] of people) {
    it(`${text} is ${owner === '' ? 'reported' : owner}`, () => {
      const result = parse(`Fix ${text}`);
      assert.equal(result.owner ?? '', owner);
      assert.equal(result.problems.length, owner === '' ? 1 : 0);
      assert.equal(result.title, owner === '' ? `Fix ${text}` : 'Fix');
    });
  }

  const parents: readonly (readonly [text: string, parent: string])[] = [
    ['^g-4kq7w2m9xd', 'g-4kq7w2m9xd'],
    ['^g-4kq', 'g-4kq7w2m9xd'],
    ['^login', 'g-4kr0000000'],
    ['^"login page"', 'g-4kr0000000'],
    ['^rust', 'g-7000000000'],
    ['^g-zzzzzzzzzz', 'g-zzzzzzzzzz'],
    ['^g-4k', ''],
    ['^twin', ''],
    ['^holiday', ''],
  ];
  for (const [text, parent] of parents) {
    it(`${text} is ${parent === '' ? 'reported' : parent}`, () => {
      const result = parse(`Fix ${text}`);
      assert.equal(result.parent ?? '', parent);
      assert.equal(result.problems.length, parent === '' ? 1 : 0);
    });
  }

  it('names the choices of an ambiguous reference', () => {
    assert.deepEqual(parse('x @car').problems, [
      '@car could be Carl Ny (carl@example.com) or Carla Ek (carla@example.com).',
    ]);
    assert.deepEqual(parse('x ^twin').problems, ['^twin could be “Twin” (g-8000000000) or “Twin” (g-9000000000).']);
  });

  it('reports a date that does not exist, a priority that does not, and anything said twice', () => {
    assert.deepEqual(parse('x !02-30 !p7').problems, ['02-30 is no date.', 'A priority is !p1, !p2 or !p3.']);
    const twice = parse('x !fri !2d');
    assert.equal(twice.due, '2026-11-27');
    assert.deepEqual(twice.problems, ['There is already one due date.']);
    assert.equal(twice.title, 'x !2d');
  });

  it('keeps each tag once, in any script', () => {
    assert.deepEqual(parse('#Ops #ops #größe #цель #team/a-b_c #ÜBER').tags, [
      'ops',
      'größe',
      'цель',
      'team/a-b_c',
      'über',
    ]);
  });

  it('reads a line of a megabyte', () => {
    for (const unit of ['@', '"', '\\', '#a ', '^', '!', ' ', '@" ']) {
      const result = parse(unit.repeat(1_000_000 / unit.length));
      assert.ok(result.title.length <= 1_000_000);
    }
  });
});

describe('describeQuickAdd', () => {
  it('gives the parts of the preview in the order they are shown', () => {
    assert.deepEqual(describeQuickAdd(parse('^ci-time Fix #a !p2 @bo !fri #a !02-30')), [
      { kind: 'title', text: 'Fix !02-30' },
      { kind: 'due', text: 'Fri 27 Nov' },
      { kind: 'owner', text: 'Bo Lee' },
      { kind: 'tag', text: '#a' },
      { kind: 'parent', text: 'Cut CI time' },
      { kind: 'priority', text: 'P2' },
    ]);
  });
});

describe('quickAddText', () => {
  it('writes what a person would type', () => {
    const fields = { title: 'Fix #12 in "a b" \\ #x', due: '2026-12-04', owner: 'bo@example.com', tags: ['ops'] };
    assert.equal(quickAddText(fields), 'Fix #12 in "a b" \\ \\#x !2026-12-04 @bo@example.com #ops');
  });

  it('is read back as the same fields', () => {
    const sign = fc.constantFrom(
      '!',
      '@',
      '#',
      '^',
      '"',
      '\\',
      ' ',
      'fri',
      'bo',
      'ci',
      'p1',
      '*',
      'weekly',
      '12',
      'é',
      '\u0301',
      '\u00a0',
      '\u2028',
      '\ud800',
    );
    const title = fc
      .oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.array(sign).map((parts) => parts.join('')),
      )
      .map(collapseSpace);
    const tag = fc
      .oneof(fc.constantFrom('ops', 'skill', 'a/b-c', 'größe'), fc.string({ unit: 'grapheme' }))
      .filter(isTag);
    const owner = fc.oneof(fc.constantFrom(...CONTEXT.people.map(({ id }) => id)), fc.constant('new+x@example.org'));
    const some = fc.record(
      {
        title,
        due: fc.constantFrom('2026-11-21', '2024-02-29', '9999-12-31'),
        owner,
        parent: fc.constantFrom(...CONTEXT.goals.map(({ id }) => id), 'g-zzzzzzzzzz'),
        priority: fc.constantFrom(1 as const, 2 as const, 3 as const),
        repeat: fc.constantFrom(...REPETITIONS),
        tags: fc.uniqueArray(tag, { maxLength: 4 }),
      },
      { requiredKeys: ['title', 'tags'] },
    );
    fc.assert(
      fc.property(some, (fields) => {
        assert.deepEqual(fieldsOf(quickAddText(fields)), { ...fields });
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('brings what was typed to a form that stays', () => {
    const piece = fc.constantFrom(
      '!fri',
      '@bo',
      '@car',
      '#x',
      '^ci',
      '!p1',
      '*daily',
      '\\*daily',
      '\\#y',
      '"',
      '"a',
      'b"',
      'word',
      '!02-30',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(' ');
        assert.deepEqual(fieldsOf(quickAddText(parse(text))), fieldsOf(text));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
