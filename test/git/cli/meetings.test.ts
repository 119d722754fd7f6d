import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clones, Member } from '../../support/clones';
import { clonesFor } from '../../support/clones';

interface Meeting {
  readonly type: string;
  readonly when: string;
  readonly repeats: string | null;
  readonly attendees: Readonly<Record<string, true>>;
  readonly outcomes: Readonly<Record<string, string>> | null;
}

describe('microgoals: meetings', function () {
  this.timeout(120_000);

  let clones: Clones;
  let ana: Member;
  let bo: Member;

  before(async () => {
    clones = await clonesFor([
      { name: 'Ana', email: 'ana@example.com' },
      { name: 'Bo', email: 'bo@example.com' },
    ]);
    [ana, bo] = clones.members as readonly [Member, Member];
  });
  after(() => clones.remove());

  it('is planned with type, day, agenda and repetition; each of two clones writes the outcome of a goal, and both stand', async () => {
    const first = await ana.id('add', '--team', 'Ship the form');
    const second = await ana.id('add', '--team', 'Write the manual');
    const args = ['--type', 'planning', '--when', '2026-12-04', '--repeats', 'weekly', '--agenda', 'The next quarter'];
    const id = await ana.id('meeting', 'add', ...args, '--attendees', 'ana@example.com,bo@example.com');
    await ana.share('Goals');
    await bo.share('Nothing');
    for (const [who, goal, outcome] of [
      [ana, first, 'accepted'],
      [bo, second, 'parked'],
    ] as const)
      assert.equal((await who.run('meeting', 'edit', id, '--outcomes', `${goal}=${outcome}`)).code, 0);
    for (const who of [ana, bo, ana]) await who.share('Outcomes');
    const [mine, theirs] = [
      await ana.json<Meeting>('meeting', 'show', id),
      await bo.json<Meeting>('meeting', 'show', id),
    ];
    assert.deepEqual(mine.outcomes, { [first]: 'accepted', [second]: 'parked' });
    assert.deepEqual(theirs, mine);
    assert.deepEqual([mine.type, mine.when, mine.repeats], ['planning', '2026-12-04', 'weekly']);
    assert.deepEqual(Object.keys(mine.attendees).sort(), ['ana@example.com', 'bo@example.com']);
    const bytes = await Promise.all(
      [ana, bo].map(({ clone }) => readFile(path.join(clone.path, '.microgoals/goals.json'), 'utf8')),
    );
    assert.equal(bytes[0], bytes[1]);
  });

  it('says what an outcome may be', async () => {
    const { code, stderr } = await ana.run('meeting', 'add', '--outcomes', 'accepted');
    assert.deepEqual([code, stderr], [2, 'microgoals: Outcomes takes ID=WORD, …; it is "accepted".\n']);
    const [goal] = (await ana.json<{ id: string }[]>('list')).map(({ id }) => id);
    assert.match(
      (await ana.run('meeting', 'add', '--outcomes', `${goal ?? ''}=won`)).stderr,
      /accepted, changed, parked/,
    );
  });
});
