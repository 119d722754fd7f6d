import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import type { BurnUpMessage } from '../../src/protocol/panelMessages';
import { axeFindings } from '../support/axe';
import { readText } from '../support/documents';
import { launchChromium } from '../support/host/launchChromium';
import { englishState } from '../support/englishState';
import { branchedTeam, largeTeam, sampleTeam } from '../support/sampleTeam';
import { goalId, snapshotOf } from '../support/teamSnapshot';
import { openWebviewPage, THEMES, type ThemeName, type WebviewPage } from '../support/webviewPage';

const BROKEN = '{\n  "version": 1,\n  "records": {,}\n}\n';
const READ_ONLY = '{ "version": 2, "records": { "g-0000000001": { "title": "From a later version" } } }';

const COURSE: BurnUpMessage = {
  type: 'burnUp',
  id: goalId(2),
  request: 1,
  points: [
    { at: Date.UTC(2026, 9, 5, 12), done: 0, total: 1 },
    { at: Date.UTC(2026, 9, 12, 12), done: 0, total: 3 },
    { at: Date.UTC(2026, 9, 30, 12), done: 2, total: 4 },
    { at: Date.UTC(2026, 10, 6, 12), done: 1, total: 3 },
    { at: Date.UTC(2026, 10, 18, 12), done: 1, total: 3 },
  ],
};
const COURSE_SHOWN = { scroll: 0, expanded: [`burn-up-${goalId(2)}`] };

describe('the page of the team panel', () => {
  let browser: Browser;
  let page: Page;
  let panel: WebviewPage;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  async function open(snapshot: Snapshot, theme: ThemeName = 'dark', state?: unknown): Promise<void> {
    page = await browser.newPage({ viewport: { width: 1100, height: 760 } });
    panel = await openWebviewPage(page, theme, state);
    await panel.show(englishState(snapshot));
  }

  /** What stands out of the window to the right. */
  function tooWide(): Promise<readonly string[]> {
    return page.evaluate(`[...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth)
      .map((element) => element.outerHTML.slice(0, 80))`);
  }

  afterEach(async () => {
    assert.deepEqual(panel.complaints, []);
    await page.close();
  });

  const STATES: readonly (readonly [string, () => Snapshot])[] = [
    ['a team at work', sampleTeam],
    ['a team on branches', branchedTeam],
    ['no shared file', () => snapshotOf({})],
    ['a broken file', () => snapshotOf({ team: readText(BROKEN) })],
    ['a read-only file', () => snapshotOf({ team: readText(READ_ONLY) })],
  ];
  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    for (const [name, snapshot] of STATES) {
      it(`has nothing for axe to find: ${theme}, ${name}`, async () => {
        await open(snapshot(), theme);
        assert.deepEqual(await axeFindings(page), []);
      });
    }
  }

  it('has nothing for axe to find in a narrow column', async () => {
    await open(sampleTeam(), 'light', COURSE_SHOWN);
    await panel.show(COURSE);
    await page.setViewportSize({ width: 360, height: 700 });
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(await tooWide(), []);
  });

  it('says that it is ready, once', async () => {
    await open(sampleTeam());
    assert.deepEqual(await panel.sent(), [{ type: 'ready' }]);
  });

  it('shows progress as a bar and in words, in a table with row and column headers', async () => {
    await open(sampleTeam());
    const row = page.getByRole('row', { name: 'Setup takes less than ten minutes' });
    assert.equal(await row.getByRole('progressbar').getAttribute('aria-valuetext'), '1 of 3');
    const text = (await row.textContent()) ?? '';
    assert.match(text, /Key result.*1 of 3.*Bo Larsen.*Dec 4.*2/s);
    assert.doesNotMatch(text, /%/, 'what is counted is not measured');
    assert.deepEqual(await page.getByRole('columnheader').allTextContents(), [
      'Goal',
      'Progress',
      'Owner',
      'Due',
      'Commits',
    ]);
  });

  it('shows what is not merged as the lighter part of a bar and in words, and what other branches have', async () => {
    await open(branchedTeam());
    const row = page.getByRole('row', { name: 'Every error names its remedy' });
    assert.equal(await row.getByRole('progressbar').getAttribute('aria-valuetext'), '1 of 3, 1 not merged');
    assert.equal(await row.locator('.bar .value').getAttribute('width'), '0%');
    assert.match((await row.locator('.bar .unmerged').getAttribute('width')) ?? '', /^33\.3/);
    const cached = page.getByRole('listitem').filter({ hasText: 'Cache the packages' }).first();
    assert.match((await cached.textContent()) ?? '', /done on feat\/cache by Bo/);
    assert.match((await page.locator('header').textContent()) ?? '', /origin\/main as of/);
    await page.getByRole('button', { name: 'Carry over: Say what a retry costs' }).click();
    assert.deepEqual((await panel.sent()).slice(1), [{ type: 'carryOver', id: goalId(32) }]);
    const rows = page.getByRole('table').getByRole('row');
    const all = await rows.count();
    await page.getByRole('checkbox', { name: 'Only this branch' }).click();
    assert.ok((await rows.count()) < all);
    assert.equal(await page.getByRole('button', { name: 'Carry over: Say what a retry costs' }).count(), 0);
    assert.equal(((await panel.state()) as { readonly thisBranch: unknown }).thisBranch, true);
  });

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    it(`has nothing for axe to find in a burn-up with its table: ${theme}`, async () => {
      await open(sampleTeam(), theme, COURSE_SHOWN);
      await panel.show(COURSE);
      await page.getByText('As a table').click();
      await page.getByRole('columnheader', { name: 'Date' }).waitFor();
      assert.deepEqual(await axeFindings(page), []);
    });
  }

  it('draws how a goal came along, by keyboard, with a table, and asks again when the goals change', async () => {
    await open(sampleTeam());
    const button = page.getByRole('button', { name: 'Burn-up: Setup takes less than ten minutes' });
    await button.focus();
    await page.keyboard.press('Enter');
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    const ask = (request: number) => ({ type: 'burnUp', id: goalId(2), request });
    assert.deepEqual((await panel.sent()).slice(1), [ask(1)]);
    await page.getByText('Reading the history…').waitFor();
    await panel.show(COURSE);
    const chart = page.getByRole('img', {
      name: 'Burn-up of Setup takes less than ten minutes: 0 of 1 done on Oct 5, 2026, 1 of 3 done on Nov 18, 2026',
    });
    assert.match((await chart.locator('path.done').getAttribute('d')) ?? '', /^M0 100H159.1V100H.*H1000V75$/);
    assert.deepEqual(await page.locator('.dates > span').allTextContents(), [
      'Oct 5, 2026',
      'Oct 27, 2026',
      'Nov 18, 2026',
    ]);
    assert.equal(await button.and(page.locator(':focus')).count(), 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Burn-up: Setup takes less than ten minutes' });
    assert.equal(await table.getByRole('row').count(), 6);
    assert.match((await table.getByRole('row').nth(3).textContent()) ?? '', /Oct 30, 2026.*2\s*4/s);
    await panel.show(englishState(sampleTeam()));
    assert.equal(await table.getByRole('row').count(), 6);
    assert.deepEqual((await panel.sent()).slice(1), [ask(1), ask(2)]);
    await panel.show({ ...COURSE, request: 2, points: null });
    // The answer to the earlier request is out of date.
    await panel.show(COURSE);
    await page.getByText('The history cannot be read; the log says why.').waitFor();
    await panel.show({ ...COURSE, request: 3, points: [{ at: Date.UTC(2026, 10, 18), done: 1, total: 3 }] });
    await page.getByText('No history yet').waitFor();
    await button.click();
    assert.equal(await page.getByText('No history yet').count(), 0);
    assert.deepEqual((await panel.sent()).slice(1), [ask(1), ask(2)]);
  });

  it('is operated by keyboard alone: button, title, box', async () => {
    await open(sampleTeam());
    const add = page.getByRole('button', { name: 'Add a team goal' });
    await page.keyboard.press('Tab');
    assert.equal(await add.and(page.locator(':focus-visible')).count(), 1);
    await page.keyboard.press('Enter');
    // The list of views is one stop; arrow keys walk along it.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const box = page.getByRole('region', { name: 'Due soon' }).getByRole('checkbox', { name: 'Done: Draft the rota' });
    await box.focus();
    await page.keyboard.press('Space');
    assert.deepEqual((await panel.sent()).slice(1), [
      { type: 'addGoal' },
      { type: 'openGoal', id: goalId(1) },
      { type: 'tick', id: goalId(12), done: true },
    ]);
  });

  it('reaches every control by Tab, in the order of the page', async () => {
    await open(sampleTeam());
    const reached = 'button:not([tabindex="-1"]), input, summary';
    const controls = await page.locator(reached).count();
    const visited = new Set<string>();
    for (let step = 0; step < controls; step++) {
      await page.keyboard.press('Tab');
      visited.add(
        await page.evaluate<string>(
          `String([...document.querySelectorAll('${reached}')].indexOf(document.activeElement))`,
        ),
      );
    }
    assert.deepEqual(
      [...visited],
      Array.from({ length: controls }, (_, index) => String(index)),
    );
  });

  it('puts a box back that was ticked in vain', async () => {
    await open(sampleTeam());
    const box = page.getByRole('checkbox', { name: 'Done: Draft the rota' }).first();
    await box.click();
    assert.equal(await box.isChecked(), true);
    await panel.show(englishState(sampleTeam()));
    assert.equal(await box.isChecked(), false);
  });

  it('keeps the focus in the list when the focused row leaves it', async () => {
    const goals = ['first', 'second', 'third'].map((title) => ({ title, due: '2026-11-19' }));
    await open(snapshotOf({ team: goals }));
    const due = page.getByRole('region', { name: 'Due soon' });
    await due.getByRole('checkbox', { name: 'Done: second' }).focus();
    await panel.show(
      englishState(
        snapshotOf({ team: goals.map((goal, index) => (index === 1 ? { ...goal, status: 'done' } : goal)) }),
      ),
    );
    assert.equal(await due.locator(':focus').getAttribute('aria-label'), 'Done: third');
  });

  it('cannot tick what it cannot write', async () => {
    await open(snapshotOf({ team: readText(READ_ONLY) }));
    await page.getByText('The shared goals file is read-only for now.').waitFor();
    assert.equal(await page.getByRole('checkbox', { name: 'Done: From a later version' }).first().isDisabled(), true);
  });

  it('without a shared file is one sentence and one action', async () => {
    await open(snapshotOf({}));
    assert.equal(await page.getByRole('button').count(), 1);
    await page.getByRole('button', { name: 'Add a team goal' }).click();
    assert.deepEqual((await panel.sent()).slice(1), [{ type: 'addGoal' }]);
  });

  it('of a broken file says where and opens it', async () => {
    await open(snapshotOf({ team: readText(BROKEN) }));
    await page.getByText('Line 3, column 15').waitFor();
    await page.getByRole('button', { name: 'Open file' }).click();
    assert.deepEqual((await panel.sent()).slice(1), [{ type: 'openFile' }]);
  });

  it('draws two thousand goals folded, and all of a list when asked', async () => {
    await open(largeTeam(), 'light');
    const list = page.locator('[data-list="unaligned"] > li');
    assert.equal(await list.count(), 25);
    const more = page
      .getByRole('region', { name: 'Without a larger goal' })
      .getByRole('button', { name: /^Show all \d+$/ });
    const total = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
    await more.click();
    assert.ok(total > 25);
    assert.equal(await list.count(), total);
    const { expanded } = (await panel.state()) as { readonly expanded: unknown };
    assert.deepEqual(expanded, ['unaligned']);
  });

  it('comes back where it was, with what was unfolded', async () => {
    await open(largeTeam(), 'light', { scroll: 400, expanded: ['unaligned'] });
    assert.ok((await page.locator('[data-list="unaligned"] > li').count()) > 25);
    assert.equal(await page.evaluate('scrollY'), 400);
  });

  it('ignores messages and kept states that are not its own', async () => {
    await open(sampleTeam(), 'dark', { scroll: 'far', expanded: null });
    const before = await page.locator('main').innerHTML();
    await page.evaluate(
      'postMessage({ type: "reset", report: { larger: "none" } }); postMessage("state"); postMessage(null)',
    );
    await panel.show({ ...englishState(sampleTeam()), extra: '<b>' } as never);
    assert.equal(await page.locator('main').innerHTML(), before);
  });

  it('shows hostile texts as text', async () => {
    const hostile = [
      '<img src=x onerror="window.ran = true">',
      '<script>window.ran = true</script>',
      '[click](command:workbench.action.quit)',
      'javascript:window.ran=true',
      '"><svg onload=window.ran=true>',
      '${window.ran = true} {0} {1} $(alert)',
      'pay\u202egpj.exe',
    ];
    await open(
      snapshotOf({
        team: hostile.flatMap((title) => [
          { title, owner: title, due: '2026-11-19' },
          { title, kind: 'objective' as const, owner: title },
        ]),
      }),
    );
    const shown = await page.getByRole('region', { name: 'Due soon' }).locator('button.title').allInnerTexts();
    assert.deepEqual(new Set(shown), new Set(hostile.map((title) => title.replace('\u202e', '\\u202e'))));
    assert.equal(await page.evaluate('window.ran'), undefined);
    assert.equal(await page.locator('main :is(img, script, a, iframe, [onload], [onerror])').count(), 0);
  });

  it('cuts a title of a thousand characters after two lines and keeps it as a tooltip', async () => {
    const title = `${'endless'.repeat(120)} end`;
    await open(snapshotOf({ team: [{ title }] }));
    const button = page.locator('button.title').first();
    const height = (await button.boundingBox())?.height ?? Infinity;
    assert.ok(height < 60, `${height} px high`);
    assert.equal(await button.getAttribute('title'), title);
    assert.deepEqual(await tooWide(), []);
  });

  it('shows Hebrew and Arabic in their own direction', async () => {
    await open(snapshotOf({ team: [{ title: 'שלום עולם' }] }));
    assert.ok((await page.locator('button.title:dir(rtl)').count()) > 0);
  });
});
