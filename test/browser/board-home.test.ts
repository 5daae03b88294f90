import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from './axe.ts';
import { type DemoServer, demoServer } from './demo-server.ts';
import { chromiumPath, openBrowser } from './open-browser.ts';
import { patient, watchedPage } from './watched-page.ts';

const chromium = chromiumPath();

describe.skipIf(chromium === null)('the morning page', () => {
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    server = await demoServer(3000);
    browser = await openBrowser(chromium ?? '');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    ({ page, faults } = await watchedPage(browser));
  });

  afterEach(async () => {
    await page.context().close();
  });

  const open = async (path: string) => {
    await page.goto(`${server.address}${path}`);
    await page.locator('.day-figures').waitFor();
  };

  it('tells the last full day and what it looked at, with nothing wrong on the way', async () => {
    await open('/');
    expect(await page.locator('.day-figures li').count()).toBe(6);
    expect(await page.locator('main').textContent()).toMatch(/Looked at [\d,]+ series of [\d,]+ days/);
    expect(faults).toEqual([]);
  });

  it('goes back to the morning before, and says so in the address', async () => {
    await open('/?day=2026-10-30');
    expect(await page.locator('h2').first().textContent()).toBe('Friday 30 October');
    await page.getByRole('button', { name: 'The morning before' }).click();
    await expect.poll(() => page.locator('h2').first().textContent(), patient).toBe('Thursday 29 October');
    expect(page.url()).toContain('day=2026-10-29');
  });

  it('takes a change of a board apart', async () => {
    await page.goto(`${server.address}/boards/support-overview?period=2026-10-04..2026-10-31&why=created`);
    await page.locator('[data-drivers]').waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('Looked at:');
    expect(faults).toEqual([]);
  });

  it('shows agents by name, as they are and like for like', async () => {
    await page.goto(`${server.address}/agents?period=2026-05-01..2026-10-31`);
    await page.locator('tr[data-agent]').first().waitFor();
    expect(await page.locator('thead').textContent()).toContain('Like for like');
    expect(faults).toEqual([]);
  });

  it('speaks Chinese without an English word of ours', async () => {
    const chinese = await watchedPage(browser, { locale: 'zh-CN' });
    await chinese.page.goto(`${server.address}/`);
    await chinese.page.locator('.day-figures').waitFor();
    const text = ((await chinese.page.locator('main').textContent()) ?? '').replace(/CSAT|NPS|CES|SLA|FCR/g, '');
    expect(text.match(/\b(?:the|of|and|home|better|usually|goal|finding)\b/gi)).toBeNull();
    await chinese.page.context().close();
  });

  it('has nothing serious for axe to find in the dark, and fits a phone', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('/');
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
