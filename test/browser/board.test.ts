import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { chromium, setStage } from './stage.ts';
import { patient, settled } from './watch-page.ts';

const october = 'period=2026-10-04..2026-10-31';

describe.skipIf(chromium === null)('the board', () => {
  const stage = setStage();
  let page: Page;
  let faults: readonly string[];

  beforeEach(() => {
    ({ page, faults } = stage);
  });

  const tile = (name: string) => page.locator(`[data-tile="${name}"]`);
  const open = async (address: string) => {
    await stage.open(address);
    await settled(page);
  };
  const board = (search = '') => open(`/boards/support-overview?${october}${search}`);
  const figure = async (name: string) =>
    Number((await tile(name).locator('button.figure-value').first().getAttribute('title'))?.replace(/\D/g, ''));

  it('answers every tile and draws each chart as wide as it, with nothing wrong on the way', async () => {
    await board();
    expect(await page.locator('h1').textContent()).toBe('Support overview');
    expect(await page.locator('[data-state=error]').count()).toBe(0);
    const widths = () =>
      page.evaluate<[number, number | undefined][]>(
        "[...document.querySelectorAll('.drawing')].map((each) => [each.parentElement.clientWidth, each.querySelector('svg')?.clientWidth])",
      );
    expect((await widths()).length).toBeGreaterThan(8);
    await expect.poll(async () => (await widths()).filter(([room, drawn]) => drawn !== room), patient).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('leads from a number to as many tickets as it says, to one of them, and back', async () => {
    await board();
    const created = await figure('created');
    expect(created).toBeGreaterThan(0);
    await tile('created').locator('button.figure-value').first().click();
    const count = page.locator('[data-count]');
    await count.waitFor();
    expect(Number(await count.getAttribute('data-count'))).toBe(created);
    await page.locator('[role=dialog] tbody .link').first().click();
    await page.locator('article .message').first().waitFor();
    await page.goBack();
    await expect.poll(() => page.locator('article').count(), patient).toBe(0);
    await page.goBack();
    await expect.poll(() => page.locator('[data-count]').count(), patient).toBe(0);
    expect(page.url()).toContain(october);
    expect(faults).toEqual([]);
  });

  it('exports the list with as many rows as the number says', async () => {
    await board();
    const created = await figure('created');
    await tile('created').locator('button.figure-value').first().click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export this list' }).click()]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines[0]).toContain('Subject');
    expect(lines.length - 1).toBe(created);
  });

  it('exports what a tile shows', async () => {
    await board();
    await tile('by-channel').getByRole('button', { name: 'More about' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export what is shown' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('channel');
    expect(text).toContain('email');
  });

  it('keeps period, filter and table view in the address, so that a link shows the same', async () => {
    await board();
    const all = await figure('created');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Filter by' }).click();
    await page.getByRole('option', { name: 'Channel', exact: true }).click();
    await page.getByRole('checkbox', { name: /E-mail/ }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: /Change the filter Channel/ }).waitFor();
    await expect.poll(() => figure('created'), patient).toBeLessThan(all);
    await tile('by-channel').getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'Show as a table' }).click();
    await tile('by-channel').locator('td', { hasText: 'E-mail' }).waitFor();
    const shown = await figure('created');
    await page.reload();
    await settled(page);
    expect(await figure('created')).toBe(shown);
    expect(await tile('by-channel').locator('td', { hasText: 'E-mail' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Remove the filter Channel' }).click();
    await expect.poll(() => figure('created'), patient).toBe(all);
  });

  it('changes the period by a usual one', async () => {
    await board();
    await page.getByRole('button', { name: /^Period/ }).click();
    await page.getByRole('button', { name: 'All time', exact: true }).click();
    await expect.poll(() => page.url(), patient).toContain('period=all');
    await settled(page);
    expect(await page.locator('[data-state=error]').count()).toBe(0);
  });

  it('says how a figure is counted', async () => {
    await board();
    const opener = tile('first-response').getByRole('button', { name: /how it is counted/ });
    await opener.click();
    const card = page.getByRole('dialog');
    await card.getByText('SELECT').waitFor();
    const text = await card.textContent();
    expect(text).toContain('first public reply of a person');
    expect(text).toContain('Edge cases');
    expect(text).toContain('Reopen rate');
    await page.keyboard.press('Escape');
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus')), patient).toBe(true);
  });

  it('is read by keyboard: as a table, point by point, to the tickets of one and an event on its day', async () => {
    await board();
    await tile('created').locator('.drawing').focus();
    await page.keyboard.press('t');
    await tile('created').locator('.result').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement?.closest("[data-tile]")?.dataset.tile'), patient).toBe('created');
    await page.keyboard.press('t');
    await tile('created').locator('.drawing svg').waitFor();
    await tile('created').locator('.drawing').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('[data-count]').waitFor();
    expect(decodeURIComponent(page.url())).toContain('"bucket":"2026-10-05"');
    await page.getByRole('link', { name: 'Mark an event here' }).click();
    await expect.poll(() => page.url(), patient).toContain('/events?day=2026-10-05');
    expect(await page.getByRole('textbox', { name: 'First day' }).inputValue()).toBe('5 Oct 2026');
    expect(faults).toEqual([]);
  });

  it('says exactly what stands under the pointer, and opens the tickets of a bar by a click', async () => {
    await board();
    const drawing = tile('by-channel').locator('.drawing');
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (box === null) throw new Error('the chart is not on the page');
    await page.mouse.move(box.x + 130, box.y + 20);
    expect(await drawing.locator('.drawing-hover').textContent()).toMatch(/^E-mail.*Ticket volume\d+$/);
    await page.mouse.move(box.x + 130, box.y - 20);
    await drawing.locator('.drawing-hover').waitFor({ state: 'detached' });
    await page.mouse.click(box.x + 130, box.y + 20);
    await page.locator('[data-count]').waitFor();
    expect(decodeURIComponent(page.url())).toContain('"channel":"email"');
  });

  it('speaks another language and remembers it', async () => {
    await board();
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: '简体中文' }).click();
    await expect.poll(() => page.locator('h1').textContent(), patient).toBe('服务总览');
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-Hans');
    await page.reload();
    await settled(page);
    expect(await page.locator('h1').textContent()).toBe('服务总览');
    expect(faults).toEqual([]);
  });

  it('says that nothing is there, and what to do', async () => {
    await open('/boards/support-overview?period=2020-01-01..2020-01-31');
    expect(await tile('created').getAttribute('data-state')).toBe('empty');
    await tile('created').getByRole('button', { name: 'Show all time' }).click();
    await expect.poll(() => tile('created').getAttribute('data-state'), patient).toBe('ready');
  });

  it('says why a tile could not be answered, and tries again', async () => {
    await page.route('**/api/query', (route) =>
      route.fulfill({ status: 503, body: '{"error":{"code":"busy","message":"The server is busy."}}' }),
    );
    await page.goto(`${stage.address}/boards/support-overview?${october}`);
    await expect.poll(() => tile('created').getAttribute('data-state'), patient).toBe('error');
    expect(await tile('created').textContent()).toContain('The server is busy.');
    await page.unroute('**/api/query');
    await tile('created').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => tile('created').getAttribute('data-state'), patient).toBe('ready');
  });

  it('has a menu on a phone, which opens over it', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await board();
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('link', { name: 'Metrics' }).click();
    await expect.poll(() => page.locator('h1').textContent(), patient).toBe('Metrics');
  });

  it('says of a tile that it does not know what the page is filtered by, and shows it unfiltered on demand', async () => {
    const filters = encodeURIComponent(JSON.stringify([{ dimension: 'carrier', operator: 'any of', values: ['Northway'] }]));
    await page.goto(`${stage.address}/boards/support-overview?${october}&filters=${filters}`);
    await expect.poll(() => tile('csat').getAttribute('data-state'), patient).toBe('unknown');
    expect(await tile('csat').textContent()).toContain('cannot be filtered by Carrier');
    await tile('csat').getByRole('button', { name: 'Remove the filter here' }).click();
    await expect.poll(() => tile('csat').textContent(), patient).toContain('Not filtered by Carrier');
    expect(faults).toEqual([]);
  });

  it('finds a board by name from the keyboard', async () => {
    await board();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('why they');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('h1').textContent(), patient).toBe('Why they write');
  });

  it('turns dark from the keyboard, and light on paper', async () => {
    await board();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('theme: dark');
    await page.keyboard.press('Enter');
    const scheme = () => page.evaluate('document.documentElement.dataset.mantineColorScheme');
    const labels = () =>
      page.evaluate("[...document.querySelectorAll('.drawing svg text')].map((each) => getComputedStyle(each).fill).join()");
    await expect.poll(scheme, patient).toBe('dark');
    const inTheDark = await labels();
    expect(await page.evaluate("(dispatchEvent(new Event('beforeprint')), document.documentElement.dataset.mantineColorScheme)")).toBe(
      'light',
    );
    expect(await labels()).not.toBe(inTheDark);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expect.poll(scheme, patient).toBe('dark');
    await expect.poll(labels, patient).toBe(inTheDark);
  });

  it('says that there is no such page', async () => {
    await page.goto(`${stage.address}/boards/nowhere`);
    await page.getByText('There is no such page.').waitFor();
  });
});
