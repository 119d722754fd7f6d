import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { launchChromium } from '../support/host/launchChromium';
import { BREAKING, okrTeam } from '../support/okrTeam';
import { stateMessage } from '../support/panelMessage';
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
    await panel.show(stateMessage(okrTeam()));
    await page.getByRole('tab', { name: 'Progress' }).press('ArrowRight');
    const view = page.getByRole('tabpanel', { name: 'Objectives' });
    assert.deepEqual(await view.getByRole('heading').allTextContents(), [
      'Charter',
      'Q4',
      'Q1',
      'Q3',
      'Q2',
      'Without a cycle',
      'Serves nothing',
      'Pull different ways',
    ]);
    assert.equal(await view.getByText('at risk: 1 of 2 key results off track').count(), 1);
    assert.equal(
      await view.getByRole('progressbar', { name: 'Start below 80 ms' }).getAttribute('aria-valuetext'),
      '62%, 120 → 95 of 80 ms',
    );
    assert.equal(await view.getByRole('button', { name: BREAKING.shown }).count(), 2);
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
    await panel.show(stateMessage(okrTeam()));
    assert.equal(await page.getByRole('tabpanel', { name: 'Objectives' }).count(), 1);
    assert.deepEqual(await axeFindings(page), []);
    await picture(page, 'objectives-contrast');
    await page.close();
  });
});
