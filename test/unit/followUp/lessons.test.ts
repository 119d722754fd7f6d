import assert from 'node:assert/strict';
import { lessonFinder, lessonsOf } from '../../../src/core/followUp/lessons';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

describe('lessons (row 34)', () => {
  const snapshot = snapshotOf({
    team: goalsFile(
      [
        {
          title: 'Migrate the database to the new version',
          status: 'missed',
          daysAgo: 9,
          tags: ['ops'],
          more: { learned: 'Try the restore first' },
        },
        {
          title: 'Keep reviews short',
          kind: 'pact',
          status: 'missed',
          daysAgo: 2,
          more: { learned: ' Small \n steps ' },
        },
        { title: 'Nothing learned', status: 'missed' },
      ],
      1,
      { 'i-0000000001': { adjust: 'Ask earlier', daysAgo: 1 }, 'i-0000000002': { wentWell: 'All', daysAgo: 1 } },
    ),
  });
  const learned = (text?: string): string[] => lessonsOf(snapshot, text).map((lesson) => lesson.learned);
  const shown = (title: string, ...tags: string[]): string | undefined =>
    lessonFinder(lessonsOf(snapshot))({ title, tags })?.node?.goal.id;

  it('of goals, pacts and reviews are found by any words of title, tags or lesson, the latest first', () => {
    assert.deepEqual(learned(), ['Ask earlier', 'Small steps', 'Try the restore first']);
    assert.deepEqual(learned('DATABASE restore'), ['Try the restore first']);
    assert.deepEqual(learned('#ops'), ['Try the restore first']);
    assert.deepEqual(learned('database steps'), []);
  });

  it('are shown when a goal like it is written, and only then', () => {
    assert.equal(shown('Migrate database of customers'), goalId(1));
    assert.equal(shown('Back up the database'), undefined);
    assert.equal(shown('Back up the database', 'ops'), goalId(1));
    assert.equal(shown('Nothing learned'), undefined);
    assert.equal(shown(''), undefined);
  });

  it('are read once, however many lines are compared with them', () => {
    let readings = 0;
    const lessons = lessonsOf(snapshot).map((lesson) => {
      if (!lesson.node) return lesson;
      const goal = new Proxy(lesson.node.goal, {
        get: (target, key): unknown => {
          if (key === 'title') readings += 1;
          return Reflect.get(target, key);
        },
      });
      return { ...lesson, node: { ...lesson.node, goal } };
    });
    const find = lessonFinder(lessons);
    for (const title of ['Migrate', 'Migrate the', 'Migrate the database']) find({ title, tags: [] });
    assert.equal(readings, 2);
  });
});
