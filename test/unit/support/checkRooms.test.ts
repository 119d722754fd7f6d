import assert from 'node:assert/strict';
import type { Rooms } from '../../../.config/rooms.mjs';
import { checkRooms } from '../../support/check/checkRooms';
import { sourceFiles, type SourceFile } from '../../support/check/sourceFiles';

const ROOMS: Rooms = {
  low: { holds: '', imports: [] },
  'deep/room': { holds: '', imports: ['low'] },
  'deep/beside': { holds: '', imports: ['low/one'] },
  top: { holds: '', imports: ['deep/room'] },
};
const FILES: readonly SourceFile[] = [
  { name: 'src/low/one.ts', text: '' },
  { name: 'src/low/two.ts', text: "import './one';" },
  { name: 'src/deep/room/a.ts', text: "import '../../low/two';" },
  { name: 'src/deep/beside/b.ts', text: "import '../../low/one';" },
  { name: 'src/top/c.ts', text: "import '../deep/room/a';\nimport '../low/two';" },
];

function withFile(name: string, text: string): SourceFile[] {
  return [...FILES.filter((file) => file.name !== name), { name, text }];
}

describe('checkRooms', () => {
  it('lets a room import what it names and what that may import', () => {
    assert.deepEqual(checkRooms(FILES, ROOMS), []);
  });

  it('finds imports that the table does not allow, those of types and those at run time too', () => {
    const texts = [
      "import { b } from '../beside/b';",
      "import type { B } from '../beside/b';",
      "await import('../beside/b');",
    ];
    for (const text of texts) {
      assert.deepEqual(checkRooms(withFile('src/deep/room/a.ts', text), ROOMS), [
        'src/deep/room/a.ts: deep/room may not import deep/beside/b; see .config/rooms.mjs.',
      ]);
    }
    assert.deepEqual(checkRooms(withFile('src/deep/beside/b.ts', "import '../../low/two';"), ROOMS), [
      'src/deep/beside/b.ts: deep/beside may not import low/two; see .config/rooms.mjs.',
    ]);
  });

  it('finds a table by which rooms could import in a circle', () => {
    const [problem, ...more] = checkRooms(FILES, { ...ROOMS, low: { holds: '', imports: ['top'] } });
    assert.match(problem ?? '', /^\.config\/rooms\.mjs: low names top, which does not stand above it/);
    assert.deepEqual(more, []);
  });

  it('finds a room that is too full, one without files and a folder that is no room', () => {
    const many = Array.from({ length: 39 }, (_, at) => ({ name: `src/low/more${at}.ts`, text: '' }));
    assert.deepEqual(checkRooms([...FILES, ...many], ROOMS), ['src/low: 41 files; 40 is the most a room has.']);
    assert.deepEqual(checkRooms(FILES, { ...ROOMS, empty: { holds: '', imports: [] } }), [
      '.config/rooms.mjs: empty has no files.',
    ]);
    assert.deepEqual(checkRooms([...FILES, { name: 'src/new/d.ts', text: '' }], ROOMS), [
      'src/new: is no room of .config/rooms.mjs.',
    ]);
  });

  it('finds nothing in the sources', () => {
    assert.deepEqual(checkRooms(sourceFiles('src')), []);
  });
});
