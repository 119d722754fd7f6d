import assert from 'node:assert/strict';
import { matchTitle, similarTitles } from '../../../src/core/text/matchTitle';

const goals = [
  { title: 'Fix the login page' },
  { title: 'Fix the login  test' },
  { title: 'Login' },
  { title: 'Café menu', isClosed: true },
  { title: 'Weekly report', isClosed: true },
  { title: 'Weekly report' },
];
const titles = (text: string): string[] => matchTitle(text, goals).map(({ title }) => title);

describe('matchTitle', () => {
  it('finds what a unique part of the title names', () => {
    assert.deepEqual(titles('page'), ['Fix the login page']);
    assert.deepEqual(titles('login test'), ['Fix the login  test']);
  });

  it('does not look at case, accents and blanks', () => {
    assert.deepEqual(titles('CAFE'), ['Café menu']);
    assert.deepEqual(titles('  the   LOGIN page '), ['Fix the login page']);
  });

  it('prefers a whole title to a part, and what is open to what is closed', () => {
    assert.deepEqual(titles('login'), ['Login']);
    assert.deepEqual(matchTitle('weekly', goals), [{ title: 'Weekly report' }]);
  });

  it('returns all that a part may mean, and nothing for what no title has', () => {
    assert.equal(titles('fix the').length, 2);
    assert.deepEqual(titles('fx lgn'), []);
    assert.deepEqual(titles('  '), []);
  });
});

describe('similarTitles', () => {
  it('guesses what an abbreviation means, the best first', () => {
    assert.equal(similarTitles('fix page', goals)[0]?.title, 'Fix the login page');
    assert.deepEqual(similarTitles('zzz', goals), []);
  });
});
