import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from './axe.ts';
import { chromium, setStage } from './stage.ts';
import { patient } from './watch-page.ts';

describe.skipIf(chromium === null)('the settings', () => {
  const stage = setStage();
  let page: Page;
  let faults: readonly string[];

  beforeEach(() => {
    ({ page, faults } = stage);
  });

  const open = async (name: string) => {
    await page.goto(`${stage.address}/settings/${name}`);
    await page.locator(`[data-setting="${name}"][aria-busy=false]`).waitFor();
  };

  /** Takes back what a test has written, as the other files share the workspace. */
  const write = async (method: 'put' | 'delete', path: string, data?: object) => {
    const answer = await page.request[method](`${stage.address}${path}`, {
      headers: { origin: stage.address },
      ...(data === undefined ? {} : { data }),
    });
    expect(answer.status(), path).toBe(200);
  };

  it('show what a change would do, keep it, and bring an earlier one back', async () => {
    await open('category-merge');
    await page
      .getByRole('combobox', { name: 'Shown as: cancellations' })
      .or(page.getByRole('textbox', { name: 'Shown as: cancellations' }))
      .fill('returns');
    await page.getByRole('button', { name: 'Show the effects' }).click();
    await page.getByText('“returns”: tickets of the last 28 days').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const categories = async () => {
      const answer = await page.request.get(`${stage.address}/api/dimensions/category/values`);
      return ((await answer.json()) as { value: string }[]).map(({ value }) => value);
    };
    expect(await categories()).not.toContain('cancellations');
    await page
      .getByRole('combobox', { name: 'Shown as: cancellations' })
      .or(page.getByRole('textbox', { name: 'Shown as: cancellations' }))
      .fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(categories, patient).toContain('cancellations');
    await page.getByText('Earlier versions').click();
    await page.getByRole('button', { name: 'Make this the current one again' }).first().click();
    await expect.poll(categories, patient).not.toContain('cancellations');
    await write('put', '/api/settings/category-merge', { value: { merges: [] } });
    expect(faults).toEqual([]);
  });

  it('refuse hours that overlap, in the reader’s language, and lose nothing that was typed', async () => {
    await open('schedules');
    const monday = page.getByRole('textbox', { name: 'Mon', exact: true }).first();
    await monday.fill('nine to five');
    await monday.blur();
    await page.getByText('write hours as 09:00–13:00').first().waitFor();
    await monday.fill('9-14, 13-18');
    await monday.blur();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/overlap/);
    expect(await monday.inputValue()).toBe('09:00–14:00, 13:00–18:00');
  });

  it('mark an event on the calendar and tell what it brought', async () => {
    await page.goto(`${stage.address}/events?day=2026-10-05`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Price list changed');
    const last = page.getByRole('textbox', { name: 'Last day' });
    await last.fill('7.10.2026');
    await last.press('Escape');
    expect(await last.inputValue()).toBe('7.10.2026');
    await page.getByRole('textbox', { name: 'Note' }).focus();
    expect(await last.inputValue()).toBe('7 Oct 2026');
    await page.getByRole('button', { name: 'Save the event' }).click();
    await page.getByRole('button', { name: 'Price list changed', exact: true }).click();
    await page.getByText(/tickets, .* would be usual/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const id = await page.locator('tr[data-event]', { hasText: 'Price list changed' }).getAttribute('data-event');
    await write('delete', `/api/calendar-events/${encodeURIComponent(id ?? '')}`);
    expect(faults).toEqual([]);
  });

  it('tell of each source how fresh and how good it is', async () => {
    await page.goto(`${stage.address}/sources`);
    const first = page.locator('tr[data-source]').first();
    await first.getByRole('button', { name: /of 100/ }).click();
    await page.getByText('Without contradictions').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
