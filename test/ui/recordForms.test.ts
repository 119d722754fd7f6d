import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { FieldTexts } from '../../src/core/reports/recordReport';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { axeFindings } from '../support/axe';
import { documentWith } from '../support/documents';
import { launchChromium } from '../support/host/launchChromium';
import { englishState } from '../support/englishState';
import { goalId, goalsFile, snapshotOf } from '../support/teamSnapshot';
import { openWebviewPage, type WebviewPage } from '../support/webviewPage';

const SAID = 'c-0000000001';
const ANA = 'ana@example.com';

function team(): Snapshot {
  const goals = goalsFile([{ title: 'Ship it', kind: 'pact' }]);
  assert.equal(goals.state, 'ok');
  const created = '20261117T120000000Z-0000-aaaa';
  const document = documentWith({
    ...Object.fromEntries(goals.document.records),
    'k-0000000001': { by: ANA, note: 'Thanks', created },
    [SAID]: { goal: goalId(1), by: ANA, note: 'form <b>done</b>', confidence: 4, created },
    'c-0000000002': { goal: goalId(1), by: 'bo@example.com', note: 'waiting for review', created },
  });
  const people = { [ANA]: 'Ana', 'bo@example.com': 'Bo' };
  return snapshotOf({ team: { ...goals, document, text: formatDocument(document) }, me: ANA, people });
}

describe('the forms of the team panel', () => {
  let browser: Browser;
  let page: Page;
  let panel: WebviewPage;

  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1100, height: 1000 } });
    panel = await openWebviewPage(page, 'dark');
    await panel.show(englishState(team()));
    await page.getByRole('tab', { name: 'Progress' }).press('End');
    assert.equal(
      await page
        .locator(':focus')
        .textContent()
        .then((text) => text?.trim()),
      'Entries',
    );
  });

  after(() => browser.close());

  /** Answers the form that was sent last. */
  async function answer(problems: FieldTexts): Promise<void> {
    const [sent] = (await panel.sent())
      .flatMap((message) => (message.type === 'saveRecord' ? [message] : []))
      .slice(-1);
    assert.ok(sent);
    const { kind, id, request } = sent;
    await panel.show({ type: 'form', kind, id, request, problems });
  }

  it('are made from the declaration: add by keyboard, problems beside their field, saved and closed', async () => {
    const section = page.locator('section[data-kind=check-in]');
    await section.getByRole('button', { name: 'Add: Check-in' }).press('Enter');
    const form = page.getByRole('form', { name: 'Check-in' });
    assert.deepEqual(await form.locator('label').allTextContents(), [
      'Goal (needed)',
      'By (needed)',
      'Note (needed)',
      'Confidence',
      'Measure now',
    ]);
    assert.equal(await form.getByLabel('By').inputValue(), ANA);
    await form.getByLabel('Goal').selectOption({ label: 'Ship it' });
    await form.getByLabel('Note').fill('half of it');
    await form.getByLabel('Confidence').fill('9');
    // A change elsewhere draws the page anew and takes nothing of what was typed.
    await panel.show(englishState(team()));
    assert.deepEqual(await axeFindings(page), []);
    await form.getByLabel('Confidence').press('Enter');
    assert.deepEqual((await panel.sent()).at(-1), {
      type: 'saveRecord',
      kind: 'check-in',
      id: null,
      values: { goal: goalId(1), by: ANA, note: 'half of it', confidence: '9', value: '' },
      request: 1,
    });
    await answer({ confidence: 'Confidence must be a number from 1 to 5.' });
    assert.equal(await form.getByRole('alert').textContent(), 'Confidence must be a number from 1 to 5.');
    assert.equal(await form.getByLabel('Confidence').getAttribute('aria-invalid'), 'true');
    if (process.env['MICROGOALS_PICTURES'])
      await page.screenshot({ path: `${process.env['MICROGOALS_PICTURES']}/form.png` });
    await answer({});
    assert.equal(await form.count(), 0);
    assert.equal(await page.locator(':focus').textContent(), 'Check-ins');
  });

  it('change only what is the own, and Escape goes away', async () => {
    await page.getByRole('button', { name: 'Edit: form <b>done</b>' }).click();
    const form = page.getByRole('form', { name: 'Check-in' });
    assert.equal(await form.getByLabel('Note').inputValue(), 'form <b>done</b>');
    await form.getByLabel('Note').press('Escape');
    assert.equal(await form.count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Edit: waiting for review' }).count(), 0);
    assert.deepEqual(panel.complaints, []);
  });

  it('offer people to choose several of', async () => {
    await page.getByRole('button', { name: 'Edit: Thanks' }).click();
    const form = page.getByRole('form', { name: 'Kudos' });
    await form.getByLabel('To').selectOption([{ label: 'Ana' }, { label: 'Bo' }]);
    await form.getByLabel('Note').fill('Thanks to both');
    assert.deepEqual(await axeFindings(page), []);
    if (process.env['MICROGOALS_PICTURES'])
      await page.screenshot({ path: `${process.env['MICROGOALS_PICTURES']}/several.png` });
    await form.getByLabel('Note').press('Enter');
    const sent = (await panel.sent()).at(-1);
    assert.equal(sent?.type === 'saveRecord' && sent.values['to'], `${ANA}, bo@example.com`);
    await answer({});
  });

  it('stay open with what was typed when another one is saved late', async () => {
    await page.getByRole('button', { name: 'Add: Check-in' }).click();
    await page.getByRole('form', { name: 'Check-in' }).getByLabel('Note').press('Enter');
    await page.getByRole('button', { name: 'Edit: Thanks' }).click();
    const form = page.getByRole('form', { name: 'Kudos' });
    await form.getByLabel('Note').fill('Thanks for waiting');
    await answer({});
    assert.equal(await form.getByLabel('Note').and(page.locator(':focus')).inputValue(), 'Thanks for waiting');
    await form.getByLabel('Note').press('Escape');
    assert.equal(await form.count(), 0);
  });

  it('stay open with what was typed since they were sent', async () => {
    await page.getByRole('button', { name: 'Edit: Thanks' }).click();
    const note = page.getByRole('form', { name: 'Kudos' }).getByLabel('Note');
    await note.press('Enter');
    await note.fill('Thanks, again');
    await answer({});
    assert.equal(await note.and(page.locator(':focus')).inputValue(), 'Thanks, again');
    await note.press('Enter');
    await answer({});
    assert.equal(await note.count(), 0);
  });

  it('are absent where the team has nothing of the kind', async () => {
    assert.equal(await page.locator('section[data-kind]').count(), 2);
  });

  it('stand in a view of their own, which the page comes back to', async () => {
    assert.equal(((await panel.state()) as { tab?: string }).tab, 'records');
    await page.getByRole('tab', { name: 'Entries' }).press('Home');
    assert.equal(await page.locator('section[data-kind]').count(), 0);
    assert.equal(await page.getByRole('tabpanel', { name: 'Progress' }).count(), 1);
  });
});
