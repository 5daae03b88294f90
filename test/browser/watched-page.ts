import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page, and everything that went wrong on it: script errors, blocked resources, failed calls. */
export interface WatchedPage {
  readonly page: Page;
  readonly faults: string[];
}

/** How long a poll waits on a machine that is busy. */
export const patient = { timeout: 30_000 };

/** Opens a page of its own context and watches it. */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en', colorScheme: 'light', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults };
}

/** Waits until no tile of the board is loading any more and the charts are drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-tile]').first().waitFor();
  await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
  await page.locator('.drawing:not(:has(svg))').first().waitFor({ state: 'detached' });
}
