import type { Page } from 'playwright-core';
import { pressEnter, quickInput } from './goalWindow';
import { runCommand } from './runCommand';

/** Gives the keyboard to the quick input with that title, or with that in its empty line: a tree that is drawn may have taken it. */
export async function dialog(page: Page, name: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible');
  const titled = widget.filter({ has: page.locator('.quick-input-title').getByText(name, { exact: true }) });
  await titled.or(widget.filter({ has: page.getByPlaceholder(name, { exact: true }) })).waitFor();
  await quickInput(page).focus();
}

/** Types an answer and presses Enter. */
export async function say(page: Page, name: string, text: string): Promise<void> {
  await dialog(page, name);
  await quickInput(page).fill(text);
  await pressEnter(page);
}

/** Presses Enter on the row that the keyboard is on. @param row its label, or how it begins. */
export async function accept(page: Page, name: string, row: string): Promise<void> {
  await dialog(page, name);
  await page.locator('.quick-input-list .monaco-list-row.focused').getByText(row).first().waitFor();
  await pressEnter(page);
}

/** Types until the row is the first one, and takes it. */
export async function choose(page: Page, name: string, row: string): Promise<void> {
  await dialog(page, name);
  await quickInput(page).fill(row);
  await accept(page, name, row);
}

/** Adds a record by the palette: what it needs one after the other, then fields by their names. */
export async function addRecord(
  page: Page,
  kind: string,
  needed: readonly (readonly [string, string])[],
  fields: readonly (readonly [string, string, 'text' | 'row'])[],
): Promise<void> {
  await runCommand(page, 'Micro Goals: Add to a Goal or the Team');
  await choose(page, 'What do you add?', kind);
  for (const [field, text] of needed) await say(page, field, text);
  await fillRecord(page, kind, fields);
}

/** In the list of fields of a new record: fills in those and adds it. */
export async function fillRecord(
  page: Page,
  kind: string,
  fields: readonly (readonly [string, string, 'text' | 'row'])[],
): Promise<void> {
  for (const [field, value, by] of fields) {
    await choose(page, kind, field);
    await (by === 'text' ? say : choose)(page, field, value);
  }
  await accept(page, kind, 'Add');
}
