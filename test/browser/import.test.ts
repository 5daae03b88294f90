import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemo } from './demo-server.ts';
import { openBrowser } from './open-browser.ts';
import { chromium } from './stage.ts';
import { patient, settled, watchPage } from './watch-page.ts';

const shared = join(process.cwd(), '../shared/data');
if (!existsSync(shared)) console.log('skipped: the import of a published set of tickets, because ../shared/data is not there');

const rows = Array.from({ length: 40 }, (_, index) => {
  const day = String((index % 28) + 1).padStart(2, '0');
  return `T-${index};${day}/03/2026 09:15;${['Offen', 'Wartet auf Godot', 'Closed'][index % 3]};High;"Lamp ""Halo""; broken";a${index}@example.org`;
});
const file = ['Ticket ID;Created;Status;Priority;Subject;Email', ...rows, 'T-99;not a day;Closed;High;odd;b@example.org'].join('\n');

describe.skipIf(chromium === null)('the import page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-import-'));
  const path = join(folder, 'desk export.csv');
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    writeFileSync(path, file);
    server = await startDemo(300);
    browser = await openBrowser(chromium ?? '');
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    faults = watchPage(page);
    await page.goto(`${server.address}/import`);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  it('shows what a file holds before anything is stored', async () => {
    await page.setInputFiles('input[type=file]', path);
    await page.getByRole('heading', { name: 'What was detected' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Separator' }).inputValue()).toBe('semicolon');
    expect(await page.getByRole('combobox', { name: 'Our field: Created' }).inputValue()).toContain('Created');
    await page.getByRole('heading', { name: /The first ten rows/ }).waitFor();
    expect(await page.getByText('Lamp "Halo"; broken').count()).toBeGreaterThan(0);
    expect(await page.getByRole('heading', { name: /Rows that could not be used \(1\)/ }).count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('maps a word that nobody knows, and checks the change', async () => {
    await page.getByRole('combobox', { name: 'Status: Wartet auf Godot' }).click();
    await page.getByRole('option', { name: /^Pending/ }).click();
    await page.getByRole('button', { name: 'Check the changes' }).click();
    await page.getByRole('button', { name: 'Import 40 tickets' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Status: Wartet auf Godot' }).inputValue()).toContain('Pending');
  });

  it('saves the mapping as a file that can be loaded again', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the mapping as a file' }).click(),
    ]);
    const mapping = JSON.parse(readFileSync(await download.path(), 'utf8')) as { version: number; columns: { from: string }[] };
    expect(mapping.version).toBe(1);
    expect(mapping.columns.map(({ from }) => from)).toContain('Status');
  });

  it('imports, tells what could not be used and why, and leads to the board', async () => {
    await page.getByRole('button', { name: 'Import 40 tickets' }).click();
    await page.locator('section[data-state=finished]').waitFor();
    const result = await page.locator('section[data-state=finished]').textContent();
    expect(result).toContain('40 rows used');
    expect(result).toContain('Rows that could not be used (1)');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download these rows' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('not a day');
    await page.getByRole('link', { name: 'Show the board' }).click();
    await settled(page);
    expect(await page.locator('h1').textContent()).toBe('Support overview');
    expect(faults).toEqual([]);
  });

  it('reads a workbook of two tables, keeps how it is read, and makes a column a field of the house', async () => {
    const workbook = join(folder, 'desk.zip');
    const more = rows.map((row, index) => `${row};${['Gold', 'Silver'][index % 2]}`);
    const tables = {
      'more tickets.csv': [
        `Ticket ID;Created;Status;Priority;Subject;Email;Loyalty level`,
        ...more.map((row) => row.replace('T-', 'U-')),
      ].join('\n'),
      'notes.csv': 'colour,shape\nred,round\nblue,square',
    };
    writeFileSync(workbook, zipSync(Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, Buffer.from(text)]))));
    await page.goto(`${server.address}/import`);
    await page.setInputFiles('input[type=file]', workbook);
    await page.getByRole('heading', { name: 'Tables of the file' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'more tickets.csv' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'notes.csv' }).isChecked()).toBe(false);
    await page.getByRole('combobox', { name: 'Our field: Loyalty level' }).click();
    await page.getByRole('option', { name: 'Field of your own: Loyalty level' }).click();
    await page.getByRole('button', { name: 'Check the changes' }).click();
    await page.getByRole('button', { name: 'Saved mappings' }).click();
    await page.getByRole('textbox', { name: 'Name of the mapping' }).fill('desk export');
    await page.getByRole('button', { name: 'Keep this mapping' }).click();
    await page.getByText('Kept as desk export').waitFor();
    await page.getByRole('button', { name: 'Import the file' }).click();
    await page.locator('section[data-state=finished]').waitFor();
    const answer = await page.request.post(`${server.address}/api/query`, {
      data: {
        metrics: ['created'],
        by: ['field_loyalty_level'],
        period: 'all',
        filters: [{ dimension: 'field_loyalty_level', operator: 'is not empty' }],
      },
    });
    const { rows: groups } = (await answer.json()) as { rows: { group: string[]; values: { created: { value: number } } }[] };
    expect(groups.map(({ group, values }) => [group[0], values.created.value]).toSorted()).toEqual([
      ['Gold', 20],
      ['Silver', 20],
    ]);
    const { id } = ((await (await page.request.get(`${server.address}/api/imports`)).json()) as { id: string; fileName: string }[]).find(
      ({ fileName }) => fileName === 'desk.zip',
    ) ?? { id: '' };
    expect((await page.request.delete(`${server.address}/api/imports/${id}`, { headers: { origin: server.address } })).status()).toBe(200);
    expect(faults).toEqual([]);
  });

  it('makes a further column of a survey a question, on a scale that is corrected', async () => {
    const survey = join(folder, 'asked.csv');
    const answers = ['9,4,2', '3,2,1', '10,5,3'].map((cells, index) => `${index + 1},2026-10-0${index + 1} 09:00,${cells}`);
    writeFileSync(survey, ['Response ID,Submitted at,Would you recommend us?,Satisfaction,Ease', ...answers].join('\n'));
    await page.goto(`${server.address}/import`);
    await page.setInputFiles('input[type=file]', survey);
    await page.getByRole('combobox', { name: 'Our field: Ease' }).click();
    await page.getByRole('option', { name: 'Score', exact: true }).click();
    await page.getByRole('combobox', { name: 'What is asked: Ease' }).click();
    await page.getByRole('option', { name: 'Effort (CES)' }).click();
    await page.getByRole('combobox', { name: 'Scale: Ease', exact: true }).click();
    await page.getByRole('option', { name: '1–7' }).click();
    await page.getByRole('button', { name: 'Check the changes' }).click();
    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await page.locator('section[data-state=finished]').waitFor();
    const query = {
      metrics: ['ces(variant=mean)', 'nps', 'csat'],
      period: 'all',
      filters: [{ dimension: 'survey', operator: 'any of', values: ['asked'] }],
    };
    const answer = await page.request.post(`${server.address}/api/query`, { data: query });
    const { totals } = (await answer.json()) as { totals: { values: Record<string, { value: number; n: number }> } };
    expect(totals.values).toMatchObject({
      'ces(variant=mean)': { value: 2, n: 3 },
      nps: { value: expect.closeTo(100 / 3), n: 3 },
      csat: { value: expect.closeTo(200 / 3), n: 3 },
    });
    expect(faults).toEqual([]);
  });

  it.skipIf(!existsSync(shared))(
    'imports a published set of tickets with a corrected column and a mapped value, and takes it back',
    async () => {
      await page.goto(`${server.address}/import`);
      await page.setInputFiles('input[type=file]', join(shared, 'support_tickets_synthetic/customer_support_tickets.csv.gz'));
      await page.getByRole('heading', { name: 'What was detected' }).waitFor();
      await page.getByRole('combobox', { name: 'Our field: hour_of_day' }).click();
      await page.getByRole('option', { name: 'Field of your own: hour_of_day' }).click();
      await page.getByRole('combobox', { name: 'channel: Self-Service' }).click();
      await page.getByRole('option', { name: 'Web form' }).click();
      await page.getByRole('button', { name: 'Check the changes' }).click();
      await page.getByRole('button', { name: /^Import 5,000 tickets/ }).click();
      await page.locator('section[data-state=finished]').waitFor();
      expect(await page.locator('section[data-state=finished]').textContent()).toContain('5,000 rows used');
      const row = page.locator('tr[data-import]', { hasText: 'customer_support_tickets' });
      await row.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => row.getAttribute('data-state'), patient).toBe('undone');
      expect(faults).toEqual([]);
    },
  );

  it('takes the import back after asking', async () => {
    await page.goto(`${server.address}/import`);
    const row = page.locator('tr[data-import]', { hasText: 'desk export.csv' });
    await row.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => row.getAttribute('data-state'), patient).toBe('undone');
  });

  it('removes the sample, and then says what to do', async () => {
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the sample' }).click();
    await expect.poll(() => page.getByText('This is sample data').count(), patient).toBe(0);
    await page.goto(`${server.address}/boards/support-overview`);
    await page.locator('main').getByRole('link', { name: 'Import data' }).first().waitFor();
  });

  it('tells of the survey that is left, where nothing is known of tickets', async () => {
    await page.goto(`${server.address}/boards/voice-nps?period=all`);
    await settled(page);
    expect(await page.locator('[data-tile=nps]').getAttribute('data-state')).toBe('too few');
    await page.goto(`${server.address}/`);
    await page.getByText('Net Promoter Score (NPS)').first().waitFor();
    expect(await page.getByText('Ticket volume').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('refuses a picture that is called a table, in one sentence', async () => {
    const picture = join(folder, 'picture.csv');
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'));
    await page.goto(`${server.address}/import`);
    await page.setInputFiles('input[type=file]', picture);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/\S{3}/);
    expect(await page.getByRole('heading', { name: 'What was detected' }).count()).toBe(0);
  });
});
