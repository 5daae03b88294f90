import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { chromium, setStage } from './stage.ts';
import { patient, settled } from './watch-page.ts';

const october = 'period=2026-10-04..2026-10-31';
const byChannel = `/explore?${october}&metrics=${encodeURIComponent('["created","csat"]')}&by=${encodeURIComponent('["channel"]')}`;

describe.skipIf(chromium === null)('asking questions', () => {
  const stage = setStage();
  let page: Page;
  let faults: readonly string[];

  beforeEach(() => {
    ({ page, faults } = stage);
  });

  const open = (address: string) => page.goto(`${stage.address}${address}`);
  const explore = async (address: string) => {
    await open(address);
    await settled(page);
  };
  const question = async () => JSON.parse((await page.locator('[data-same=body]').textContent()) ?? '') as object;

  it('is answered alike on the screen, in the file and by the API, to the byte', async () => {
    await explore(`/explore?${october}`);
    await page.getByRole('button', { name: 'Add a figure' }).click();
    await page.keyboard.type('customer satisfaction');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Over time' }).click();
    await page.getByRole('option', { name: 'In total' }).click();
    await page.getByRole('combobox', { name: 'Group by' }).click();
    await page.getByRole('option', { name: 'Channel', exact: true }).click();
    await expect.poll(question, patient).toMatchObject({ metrics: ['created', 'csat'], by: ['channel'] });
    await settled(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export as CSV' }).click()]);
    const file = readFileSync(await download.path());
    const answer = await fetch(`${stage.address}/api/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: await question(), format: 'csv' }),
    });
    expect(Buffer.compare(file, Buffer.from(await answer.arrayBuffer()))).toBe(0);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const email = page.locator('td', { hasText: 'E-mail' }).locator('..').locator('td').nth(1);
    const count = (await email.textContent())?.replace(/\D/g, '');
    expect(file.toString('utf8')).toContain(`\nemail,${count},`);
    expect(await page.locator('[data-same=command]').textContent()).toContain(
      'earshot query created,csat --by channel --period 2026-10-04',
    );
    expect(faults).toEqual([]);
  });

  it('leads from a group to as many rows as it says', async () => {
    await explore(`${byChannel}&chart=table`);
    const row = page.locator('tbody tr', { hasText: 'E-mail' });
    const count = Number((await row.locator('td').nth(1).textContent())?.replace(/\D/g, ''));
    await row.getByRole('button').first().click();
    await page.locator('[data-count]').waitFor();
    expect(Number(await page.locator('[data-count]').getAttribute('data-count'))).toBe(count);
  });

  it('says in words what cannot be asked', async () => {
    await explore(byChannel);
    expect(await page.getByRole('button', { name: 'Line', exact: true }).isDisabled()).toBe(true);
    await page.getByText('Why not the others?').click();
    await page.getByText('A line needs a step of time').waitFor();
    await page.getByRole('combobox', { name: 'Group by' }).click();
    const status = page.getByRole('option', { name: /^Status/ }).first();
    expect(await status.textContent()).toContain('Customer satisfaction (CSAT) does not know Status');
    expect(await status.getAttribute('data-combobox-disabled')).toBe('true');
  });

  it('marks what is not the house definition', async () => {
    await explore(`/explore?${october}&metrics=${encodeURIComponent('["csat(variant=article)"]')}`);
    await page.getByText('Not the house definition').waitFor();
  });

  it('is kept under a name, opened again, renamed and removed', async () => {
    await explore(byChannel);
    const views = page.getByRole('button', { name: 'Saved views' });
    await views.click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Mine');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').count(), patient).toBe(0);
    await explore('/explore');
    await views.click();
    await page.getByRole('menuitem', { name: 'Mine' }).click();
    await expect.poll(() => decodeURIComponent(page.url()), patient).toContain('["channel"]');
    await views.click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name of the view').fill('Ours');
    await page.getByRole('button', { name: 'Rename' }).click();
    const line = page.locator('[data-view=Ours]');
    await line.getByRole('button', { name: 'History' }).click();
    await line.getByText('Mine, version 1').waitFor();
    await line.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').last().getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => page.locator('[data-view]').count(), patient).toBe(0);
    expect(faults).toEqual([]);
  });

  it('lists tickets, sorted and searched, and reads one after the other by keyboard', async () => {
    await open(`/tickets?${october}`);
    const count = page.locator('[data-count]');
    await count.waitFor();
    const all = Number(await count.getAttribute('data-count'));
    await page.getByRole('button', { name: 'Sort by Subject' }).click();
    await expect.poll(() => page.locator('th[aria-sort=ascending]').count(), patient).toBe(1);
    await expect.poll(() => page.locator('[aria-busy=true]').count(), patient).toBe(0);
    const subjects = await page.locator('tbody td:nth-child(2)').allTextContents();
    expect(subjects).toEqual([...subjects].sort());
    const ids = await page.locator('tr[data-ticket]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ticket')));
    await page.locator('main').click({ position: { x: 4, y: 4 } });
    for (const id of ids.slice(0, 3)) {
      await page.keyboard.press('j');
      await page.locator(`tr[data-ticket="${id}"][data-chosen=true]`).waitFor();
    }
    await page.keyboard.press('k');
    await page.locator(`tr[data-ticket="${ids[1]}"][data-chosen=true]`).waitFor();
    await page.locator('article .message').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('article').count(), patient).toBe(0);
    await page.getByLabel('Search number or subject').fill('parcel');
    await expect.poll(async () => Number(await count.getAttribute('data-count')), patient).toBeLessThan(all);
    await expect.poll(() => page.locator('[aria-busy=true]').count(), patient).toBe(0);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export this list' }).click()]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe('ID,Subject,Created,Status,Priority,Channel,Category,Agent');
    expect(lines.length - 1).toBe(Number(await count.getAttribute('data-count')));
    expect(faults).toEqual([]);
  });

  it('finds a metric, shows its ways side by side, and calculates the 65 of article 004', async () => {
    await open('/metrics');
    await page.getByLabel('Search metrics').fill('promoter');
    await page.getByRole('link', { name: /Net Promoter Score/ }).click();
    await page.getByRole('link', { name: /Net Promoter Score \(NPS\) · article/ }).waitFor();
    for (const [name, value] of Object.entries({ promoters: '80', detractors: '15', answers: '100' }))
      await page.getByLabel(name, { exact: true }).fill(value);
    await expect.poll(() => page.locator('output .figure-value').textContent(), patient).toBe('65');
    await page.getByLabel('answers', { exact: true }).fill('many');
    await page.getByText('“many” is no number; write one from 0 up').waitFor();
    await page.getByLabel('answers', { exact: true }).fill('50');
    await page.getByText('a part is larger than the whole').waitFor();
    await open('/metrics/first_response');
    await page.getByLabel('Values').fill('10\n20\n30\n40\n2 h');
    const figures = async () => (await page.locator('output .figure-value').allTextContents()).map((text) => text.replace(/\u00a0/g, ' '));
    await expect.poll(figures, patient).toEqual(['30 min', '1 h 28 min', '44 min']);
    expect(faults).toEqual([]);
  });
});
