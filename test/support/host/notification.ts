import type { Page } from 'playwright-core';

/**
 * Waits until a notification with that text is there, and clears all. They are looked up in the notification center: with the test
 * driver VS Code shows no toasts.
 */
export async function notification(page: Page, text: string): Promise<void> {
  await page.locator('[id="status.notifications"] a').click();
  await page.locator('.notifications-center .notification-list-item').filter({ hasText: text }).waitFor();
  await page.locator('.notifications-center').getByRole('button', { name: 'Clear All Notifications' }).click();
}
