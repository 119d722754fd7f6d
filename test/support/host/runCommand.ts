import type { Page } from 'playwright-core';

/** Runs a command by its full title (with category) from the command palette, as a person does. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  // Not the box of a command that still ends.
  const input = page.locator('.quick-input-widget:visible').getByPlaceholder('Type the name of a command');
  await input.fill(`>${title}`);
  // Enter runs the focused row: only when the list has been filtered is that the command meant.
  await page.locator('.quick-input-list .monaco-list-row.focused').getByText(title, { exact: true }).waitFor();
  await input.press('Enter');
}
