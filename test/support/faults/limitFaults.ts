import type { PlantedFault } from './plantedFaults';

const DRIVER = 'src/hooks/merge-driver.sh';
const STEPS = ['unit/document/steps'];

/** What would let a file of some kB, or a merge, go on without an end. */
export const LIMIT_FAULTS: readonly PlantedFault[] = [
  {
    name: 'members are gone into twice a level',
    file: 'src/core/document/orderMembers.ts',
    text: 'if (ordered !== inner) (changed',
    replacement: 'if (orderMembers(inner, byCodeUnit) !== inner) (changed',
    tests: STEPS,
    grep: 'one deep value',
  },
  {
    name: 'the cycle of a goal is looked for anew from each goal',
    file: 'src/core/snapshot/fromAbove.ts',
    text: 'answers.set(below, last);',
    replacement: '',
    tests: STEPS,
    grep: 'a chain of parents',
  },
  {
    name: 'each problem is looked for among all members',
    file: 'src/core/document/textPosition.ts',
    text: 'const members = known.get(node) ?? membersOf(node);',
    replacement: 'const members = membersOf(node);',
    tests: STEPS,
    grep: 'many problems in one record',
  },
  {
    name: 'what somebody has due in a week is gone through for each of their goals',
    file: 'src/core/goals/smartHints.ts',
    text: 'if (ids) ids.add(id);',
    replacement: 'if (ids) loads.set(key, new Set([...ids, id]));',
    tests: STEPS,
    grep: 'one person in one week',
  },
  {
    name: 'a merge whose time is over is tried by the next program',
    file: DRIVER,
    text: ' && [ "$code" -ne "$killed" ]',
    replacement: '',
    tests: ['git/merge/mergeDriverLimit'],
    grep: 'no other program tries the same (/bin/sh)',
  },
  {
    name: 'the sleep of the watchdog stays behind',
    file: DRIVER,
    text: '{ kill -9 "$!"; wait "$!"; }',
    replacement: ':',
    tests: ['git/merge/mergeDriverLimit'],
    grep: 'leaves no process, when the program has ended (/usr/bin/dash)',
  },
];
