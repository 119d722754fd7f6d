import assert from 'node:assert/strict';
import type { HintedGoal, SmartHint } from '../../../src/core/goals/smartHints';
import { hintsOf, isBoundedBelow, smartHints } from '../../../src/core/goals/smartHints';
import { hasVerb, wordsIn } from '../../../src/core/text/titleVerbs';
import type { GoalSketch } from '../../support/teamSnapshot';
import { goalId, goalsFile, snapshotOf } from '../../support/teamSnapshot';

/** As people write them; a hint on one of these would be noise. */
const WITH_VERB = `Fix login test|Add dark mode to the settings page|Release 2.4|Write the migration guide|Upgrade Node to 22|The build is green
Start takes less than 300 ms|Remove dead code from the parser|Review pull request #412|Ask for a raise|Users can export their data
Re-run the benchmark on ARM|Set up alerts for the queue|Read the book on testing|Cut CI time in half|Onboard the new colleague|Support IPv6
Deploy on every working day|Document the public API|Anmeldung reparieren|Dokumentation für die Schnittstelle schreiben|Tests beschleunigen
Kunden anrufen|Rechnung ändern|Der Build läuft wieder|Fehler im Export beheben|Vortrag vorbereiten|Alte Daten archivieren`;
const WITHOUT_VERB = `Login page|Performance|The thing with the cookies|Q3 roadmap|New dashboard
Datenbank|Neue Startseite|Kleinigkeiten|Zwischen den Jahren|Onboarding`;

const GOAL: HintedGoal = {
  id: undefined,
  title: 'Fix login test',
  kind: 'micro',
  scope: 'team',
  due: '2026-12-04',
  owner: 'ana@example.com',
  isMeasured: false,
  isBounded: false,
  children: 0,
};

describe('hints for a goal that is ambiguous or unrealistic (row 7)', () => {
  const hints = (goal: Partial<HintedGoal>): readonly SmartHint[] => smartHints({ ...GOAL, ...goal }, snapshotOf({}));
  const titles = (list: string): string[] => list.split(/[|\n]/);

  it('see a verb in titles of English and German, and miss it where there is none', () => {
    assert.deepEqual(
      titles(WITH_VERB).filter((title) => !hasVerb(title)),
      [],
    );
    assert.deepEqual(titles(WITHOUT_VERB).filter(hasVerb), []);
  });

  it('are none for a clear goal, and none for a personal one, whatever it says', () => {
    assert.deepEqual(hints({}), []);
    assert.deepEqual(hints({ scope: 'personal', title: 'Things', due: undefined, owner: undefined }), []);
  });

  it('say one thing each: verb, vague word, measure, day, size, owner', () => {
    assert.deepEqual(hints({ title: 'Login page' }), ['verb']);
    assert.deepEqual(hints({ title: 'ログイン画面' }), []);
    assert.deepEqual(hints({ title: 'Make the start faster' }), ['vague']);
    assert.deepEqual(hints({ title: 'Make the start 200 ms faster' }), []);
    assert.deepEqual(hints({ title: 'Tests verbessern', isMeasured: true }), []);
    assert.deepEqual(hints({ kind: 'keyResult', title: 'Happy users' }), ['measure']);
    assert.deepEqual(hints({ due: undefined }), ['due']);
    assert.deepEqual(hints({ due: undefined, isBounded: true }), []);
    assert.deepEqual(hints({ due: '2026-11-17' }), ['past']);
    assert.deepEqual(hints({ title: `Fix ${'login and '.repeat(9)}` }), ['size']);
    assert.deepEqual(hints({ children: 13 }), ['size']);
    assert.deepEqual(hints({ owner: undefined }), ['owner']);
    assert.deepEqual(hints({ kind: 'pact', title: 'Answer reviews', owner: undefined, due: undefined }), []);
  });

  it('notice a week in which one person has more due than anybody gets done', () => {
    const week = Array.from({ length: 8 }, (_, index): GoalSketch => ({
      title: 'Fix it',
      owner: 'ana@example.com',
      due: `2026-12-0${index < 7 ? 1 : 6}`,
    }));
    const snapshot = snapshotOf({ team: [...week, { title: 'Fix it', owner: 'bo@example.com', due: '2026-12-02' }] });
    const of = (number: number): readonly SmartHint[] => {
      const node = snapshot.goals.get(goalId(number));
      return node ? hintsOf(node, snapshot) : [];
    };
    assert.deepEqual([of(1), of(8), of(9)], [['load'], ['load'], []]);
    assert.deepEqual(smartHints({ ...GOAL, due: '2026-11-30' }, snapshot), ['load']);
    assert.deepEqual(smartHints({ ...GOAL, due: '2026-12-07' }, snapshot), []);
  });

  it('take the day of a goal above or of its cycle, and key results for a measure; a closed goal has none', () => {
    const snapshot = snapshotOf({
      team: [
        { title: 'Better reviews', kind: 'objective', owner: 'ana@example.com', due: '2026-12-18' },
        { title: 'Reviews take a day', kind: 'keyResult', owner: 'ana@example.com', parent: goalId(1) },
        { title: 'Things', status: 'done' },
      ],
    });
    const found = [...snapshot.goals.values()].map((node) => hintsOf(node, snapshot));
    assert.deepEqual(found, [[], ['measure'], []]);
  });

  it('take the day of its own cycle, too, while its line is edited', () => {
    const cycle = { title: 'Q4', from: '2026-10-01', to: '2026-12-31' };
    const goals: GoalSketch[] = [
      { title: 'Better reviews', kind: 'objective', more: { cycle: 'q-0000000001' } },
      { title: 'Better tests', kind: 'objective', more: { cycle: 'q-0000000002' } },
    ];
    const snapshot = snapshotOf({ team: goalsFile(goals, 1, { 'q-0000000001': cycle }) });
    assert.equal(isBoundedBelow(goalId(1), undefined, snapshot), true);
    assert.equal(isBoundedBelow(goalId(2), undefined, snapshot), false);
    assert.equal(isBoundedBelow(goalId(2), goalId(1), snapshot), true);
    assert.equal(isBoundedBelow(undefined, undefined, snapshot), false);
  });

  it('take a list of words apart once', () => {
    assert.equal(wordsIn('one two\nthree'), wordsIn('one two\nthree'));
    assert.deepEqual([...wordsIn('one two\nthree')], ['one', 'two', 'three']);
  });
});
