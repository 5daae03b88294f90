import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { chromium, setStage } from './stage.ts';
import { patient } from './watch-page.ts';

describe.skipIf(chromium === null)('the morning page', () => {
  const stage = setStage();
  let page: Page;
  let faults: readonly string[];

  beforeEach(() => {
    ({ page, faults } = stage);
  });

  const open = async (path: string) => {
    await page.goto(`${stage.address}${path}`);
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
    await page.goto(`${stage.address}/boards/support-overview?period=2026-10-04..2026-10-31&why=created`);
    await page.locator('[data-drivers]').waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('Looked at:');
    expect(faults).toEqual([]);
  });

  it('shows agents by name, as they are and like for like', async () => {
    await page.goto(`${stage.address}/agents?period=2026-05-01..2026-10-31`);
    await page.locator('tr[data-agent]').first().waitFor();
    expect(await page.locator('thead').textContent()).toContain('Like for like');
    expect(faults).toEqual([]);
  });
});
