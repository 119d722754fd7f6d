import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { planPropose, planSign } from '../../src/core/pacts/pactPlans';
import { systemRandom } from '../../src/store/nodePorts';
import { axeFindings } from '../support/axe';
import { launchChromium } from '../support/host/launchChromium';
import { BREAKING, okrTeam } from '../support/okrTeam';
import { ANA, BO, CY, PACT, PactTeam } from '../support/pactTeam';
import { englishState } from '../support/englishState';
import { goalId } from '../support/teamSnapshot';
import { openWebviewPage, type ThemeName, type WebviewPage } from '../support/webviewPage';

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['MICROGOALS_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describe('the views of the team panel', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  async function open(theme: ThemeName, state?: unknown): Promise<{ page: Page; panel: WebviewPage }> {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
    return { page, panel: await openWebviewPage(page, theme, state) };
  }

  it('show objectives by cycle, with words for how they will come out, by keyboard', async () => {
    const { page, panel } = await open('dark');
    await panel.show(englishState(okrTeam()));
    await page.getByRole('tab', { name: 'Progress' }).press('ArrowRight');
    const view = page.getByRole('tabpanel', { name: 'Objectives' });
    assert.deepEqual(await view.getByRole('heading').allTextContents(), [
      'Charter',
      'Asked to serve an objective',
      'Q4',
      'Q1',
      'Q3',
      'Q2',
      'Without a cycle',
      'Serves nothing',
      'Pull different ways',
      'Dependencies',
      'Wait for each other in a circle',
    ]);
    const circle = view.locator('[data-list="waiting-circles"] > li');
    assert.equal(
      (await circle.innerText()).replace(/\s+/g, ' ').trim(),
      'Some day waits for A key result by itself waits for Some day',
    );
    assert.equal(await view.getByText('at risk: 1 of 2 key results off track').count(), 1);
    assert.equal(
      await view.getByRole('progressbar', { name: 'Start below 80 ms' }).getAttribute('aria-valuetext'),
      '62%, 120 → 95 of 80 ms',
    );
    assert.equal(await view.getByRole('button', { name: BREAKING.shown, exact: true }).count(), 3);
    await view.getByRole('button', { name: `Accept: ${BREAKING.shown}` }).press('Enter');
    assert.deepEqual((await panel.sent()).at(-1), { type: 'answerRelation', id: 'e-0000000001', isAccepted: true });
    assert.equal(await page.locator('img').count(), 0);
    await view.getByRole('button', { name: 'No slow day' }).press('Enter');
    assert.deepEqual((await panel.sent()).at(-1), { type: 'openGoal', id: goalId(3) });
    assert.deepEqual(await axeFindings(page), []);
    await picture(page, 'objectives');
    await page.setViewportSize({ width: 420, height: 900 });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    await picture(page, 'objectives-narrow');
    assert.deepEqual(panel.complaints, []);
    await page.close();
  });

  it('have contrast and names in the high contrast light theme', async () => {
    const { page, panel } = await open('highContrastLight', { scroll: 0, expanded: [], tab: 'okr' });
    await panel.show(englishState(okrTeam()));
    assert.equal(await page.getByRole('tabpanel', { name: 'Objectives' }).count(), 1);
    assert.deepEqual(await axeFindings(page), []);
    await picture(page, 'objectives-contrast');
    await page.close();
  });

  for (const theme of ['dark', 'highContrastLight'] as const) {
    it(`show pacts with who signed and what is missing (${theme})`, async () => {
      const team = new PactTeam({
        'o-0000000001': { goal: PACT, by: CY, note: BREAKING.title },
        'm-0000000001': { goal: PACT, title: 'First week', reached: '2026-11-10' },
      });
      team.apply(planPropose(team.node(ANA), team.as(ANA)));
      team.apply(planSign(team.node(BO), { confidence: 4 }, team.as(BO), systemRandom));
      const { page, panel } = await open(theme);
      await panel.show(englishState(team.as(ANA)));
      await page.getByRole('tab', { name: 'Progress' }).press('ArrowRight');
      const view = page.getByRole('tabpanel', { name: 'Pacts' });
      for (const text of [
        'no evidence yet',
        'not signed yet',
        'No skill goal yet: ana@example.com, bo@example.com',
        BREAKING.shown,
      ]) {
        assert.equal(await view.getByText(text, { exact: true }).count(), 1, text);
      }
      assert.equal(await view.getByText(/Proposed, signed 1 of 2 · waits for ana/).count(), 1);
      assert.equal(await page.locator('img').count(), 0);
      await view.getByRole('button', { name: 'Answer reviews' }).press('Enter');
      assert.deepEqual((await panel.sent()).at(-1), { type: 'openGoal', id: PACT });
      assert.deepEqual(await axeFindings(page), []);
      await picture(page, `pacts-${theme}`);
      assert.deepEqual(panel.complaints, []);
      await page.close();
    });
  }
});
