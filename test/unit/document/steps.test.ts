import assert from 'node:assert/strict';
import type * as HostileWork from '../../support/hostile/hostileWork.child';
import { HOSTILE } from '../../support/hostile/hostileDocuments';
import { projectFolder } from '../../support/run/projectFolder';
import type { Steps } from '../../support/hostile/stepCounter';
import { StepCounter } from '../../support/hostile/stepCounter';

/** Where a document grows twice as much, work may grow so many times as much: 2 is linear, a little more what is sorted; 4 is the square. */
const MOST = 3;
/** The indentation of a deep value grows with its depth. */
const MOST_BY_DEPTH = 5;
/** What differs from goal to goal comes round after two, three, six or seven of them, so that the last one of any size is alike. */
const SIZE = 168;

describe('the work on a hostile document', () => {
  let counter: StepCounter<typeof HostileWork>;

  before(() => {
    counter = new StepCounter(projectFolder('dist-test/support/hostile/hostileWork.child.js'));
  });

  for (const name of Object.keys(HOSTILE)) {
    it(`grows with its size, in every function: ${name}`, () => {
      const isDepth = name === 'one deep value';
      const [size, most] = isDepth ? [4, MOST_BY_DEPTH] : [SIZE, MOST];
      // What is worked out once and kept is no part of the growth.
      counter.work.workOn(name, size);
      const counts = [1, 2, 4].map((factor) =>
        counter.count(({ workOn }) => {
          workOn(name, size * factor);
        }),
      ) as [Steps, Steps, Steps];
      const bad = [...counts[2].keys()].flatMap((key) => {
        const [a, b, c] = counts.map((steps) => steps.get(key) ?? 0) as [number, number, number];
        return c - b > most * Math.max(0, b - a) + SIZE ? [`${key}: ${a} ${b} ${c}`] : [];
      });
      assert.deepEqual(bad, []);
    });
  }
});
