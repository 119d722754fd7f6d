import type { Page } from 'playwright-core';

/**
 * Waits until a notification with that text is there, and clears all. They are looked up in the notification center: with the test
 * driver VS Code shows no toasts.
 */
export async function notification(page: Page, text: string): Promise<void> {
  const center = page.locator('.notifications-center');
  const items = center.locator('.notification-list-item');
  await page.locator('[id="status.notifications"] a').click();
  await items.filter({ hasText: text }).waitFor();
  await center.getByRole('button', { name: 'Clear All Notifications' }).click();
  // The rows go after the click: the next look must not find them.
  await items.first().waitFor({ state: 'detached' });
}
