import type { Page } from 'playwright-core';

/** How long a poll waits on a machine that is busy. */
export const patient = { timeout: 30_000 };

/** What still waits for an answer, for the code that draws it, or for its drawing. */
const unfinished = '[data-state=loading], .mantine-Skeleton-root, [aria-busy=true], .drawing:not(:has(svg))';

/** Everything that goes wrong on a page from now on: script errors, blocked resources, failed calls. */
export function watchPage(page: Page): string[] {
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** Waits until no tile of the board is loading any more and the charts are drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-tile]').first().waitFor();
  await drawn(page);
}

/** Waits until nothing of the page is loading any more and every chart is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator(unfinished).first().waitFor({ state: 'detached' });
}
