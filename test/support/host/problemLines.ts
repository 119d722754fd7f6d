import type { Locator, Page } from 'playwright-core';

/** Opens the Problems view. */
export async function showProblems(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+m');
  await page.locator('.markers-panel').waitFor();
}

/** The row of the Problems view with that message at that place. */
export function problemLine(page: Page, message: string, line: number, column: number): Locator {
  return page
    .locator('.markers-panel .monaco-list-row')
    .filter({ hasText: message })
    .filter({ hasText: `[Ln ${line}, Col ${column}]` });
}
