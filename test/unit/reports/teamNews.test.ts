import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/document/change';
import { setField, setStatus } from '../../../src/core/changes/goalActions';
import { teamNews } from '../../../src/core/reports/teamNews';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

const [GOAL, SAID, LINK] = ['g-aaaaaaaaaa', 'c-aaaaaaaaaa', 'l-aaaaaaaaaa'] as const;
const CHECK_IN = { goal: GOAL, by: 'bo@example.com', note: 'Half way', created: stampAt(3) };
const BEFORE = documentWith({ [GOAL]: { title: 'A goal', status: 'open', created: stampAt(0) } });
const SINCE = documentWith({ ...Object.fromEntries(BEFORE.records), [SAID]: CHECK_IN });

const told = (before: typeof BEFORE, now: typeof BEFORE): string[] =>
  teamNews(before, now).map(({ kind, type, title, goal, author, fields }) =>
    [kind.name, type, ...fields, goal, author, title].join(' '),
  );

describe('teamNews', () => {
  it('tells what was said of a goal, whose it is, and what becomes of it, among what became of goals', () => {
    assert.deepEqual(told(BEFORE, SINCE), [`check-in added ${GOAL} bo@example.com Half way`]);
    const dropped = applyChanges(SINCE, [setStatus(GOAL, 'dropped')], stamperAt(5));
    assert.deepEqual(told(BEFORE, dropped), [
      `goal dropped ${GOAL}  A goal`,
      `check-in added ${GOAL} bo@example.com Half way`,
    ]);
    const edited = applyChanges(SINCE, [setField(SAID, 'note', 'Done')], stamperAt(5));
    assert.deepEqual(told(SINCE, edited), [`check-in changed note ${GOAL} bo@example.com Done`]);
    assert.equal(teamNews(SINCE, edited)[0]?.stamp, stampAt(5));
    const deleted = applyChanges(SINCE, [setField(SAID, 'deleted', true)], stamperAt(5));
    assert.deepEqual(told(SINCE, deleted), [`check-in deleted ${GOAL} bo@example.com Half way`]);
    assert.deepEqual(told(deleted, SINCE), [`check-in added ${GOAL} bo@example.com Half way`]);
    assert.deepEqual(told(SINCE, BEFORE), [`check-in gone ${GOAL} bo@example.com Half way`]);
  });

  it('is silent about records that no view lists, of kinds it does not know, and that never were there', () => {
    const silent = {
      [LINK]: { goal: GOAL, commit: 'a'.repeat(40), created: stampAt(3) },
      'z-aaaaaaaaaa': { text: 'from a later version' },
      [SAID]: { ...CHECK_IN, deleted: true },
    };
    assert.deepEqual(told(BEFORE, documentWith({ ...Object.fromEntries(BEFORE.records), ...silent })), []);
    assert.deepEqual(told(SINCE, documentWith({ ...Object.fromEntries(SINCE.records), [SAID]: CHECK_IN })), []);
  });
});
