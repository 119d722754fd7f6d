import type { Page } from 'playwright-core';

/** Runs a command by its full title (with category) from the command palette, as a person does. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill(`>${title}`);
  // Enter runs the focused row: only when the list has been filtered is that the command meant.
  await page.locator('.quick-input-list .monaco-list-row.focused').getByText(title, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
}
