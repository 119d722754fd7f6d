import type { Page } from 'playwright-core';

/**
 * Waits until a notification with that text is there, and clears all. They are looked up in the notification center: with the test
 * driver VS Code shows no toasts.
 */
export async function notification(page: Page, text: string): Promise<void> {
  const center = page.locator('.notifications-center');
  const bell = page.locator('[id="status.notifications"]');
  // A center that is opened before there is anything in it does not stay open.
  await bell.locator('.codicon-bell-dot').waitFor();
  await bell.locator('a').click();
  // Rows of what was cleared before stay in the page, unseen; the list draws its new ones beside them or in them.
  await center.locator('.notification-list-item:visible').filter({ hasText: text }).first().waitFor();
  await center.getByRole('button', { name: 'Clear All Notifications' }).click();
  await center.waitFor({ state: 'hidden' });
}
