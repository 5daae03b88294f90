import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dashboards } from '../../src/catalog/dashboards/index.ts';
import { words } from '../../src/catalog/locales/index.ts';
import { settingNames } from '../../src/core/model/settings/index.ts';
import { seriousFindings } from './axe.ts';
import { chromium, setStage } from './stage.ts';
import { drawn, patient } from './watch-page.ts';

const october = 'period=2026-10-04..2026-10-31';
const explore = `/explore?${october}&metrics=${encodeURIComponent('["created","csat"]')}&by=${encodeURIComponent('["channel"]')}`;

/** A day of the sample on which somebody wrote why the score is low. */
const dayWithComment = '/?day=2025-07-22';

const pages: readonly string[] = [
  '/',
  dayWithComment,
  `/agents?${october}`,
  ...dashboards.filter(({ name }) => !name.startsWith('scorecard')).map(({ name }) => `/boards/${name}?${october}`),
  `/boards/scorecard-nextiva?${october}`,
  '/boards',
  explore,
  `/tickets?${october}`,
  '/metrics',
  '/metrics/csat',
  '/metrics/first_response',
  ...settingNames.map((name) => `/settings/${name}`),
  '/sources',
  '/import',
  '/events',
  '/nowhere',
];

/** Names of the trade and of formats, which are written alike in every language. */
const alike =
  /^(?:Earshot|CSAT|NPS|CES|SLA|FCR|AHT|CLV|CAC|CSV|TSV|JSON|NDJSON|Excel|Parquet|zip|SQL|API|POST|UTC|Nextiva|Zendesk|Hootsuite|Net|Promoter|Score|query|api|noreply|no|reply|https|id|Ctrl|Esc|dbt|escalated)$/;

/** Names that the sample company gave: its words are data in whatever language. */
async function namesOfSample(address: string): Promise<ReadonlySet<string>> {
  const dimensions = ['category', 'team', 'agent', 'product', 'region', 'carrier', 'tag', 'provider', 'source', 'survey'];
  const lists = await Promise.all(
    dimensions.map(
      async (name) =>
        (await (await fetch(`${address}/api/dimensions/${name}/values?limit=1000&asReported=true`)).json()) as {
          value: string;
          label: string;
        }[],
    ),
  );
  const { settings } = (await (await fetch(`${address}/api/settings`)).json()) as { settings: object };
  const imports = (await (await fetch(`${address}/api/imports`)).json()) as object;
  const events = (await (await fetch(`${address}/api/calendar-events`)).json()) as { name: string }[];
  return new Set(
    JSON.stringify([lists, settings, imports, events.map(({ name }) => name)])
      .toLowerCase()
      .match(/[a-z]{2,}/g),
  );
}

/** Longer lists are of time zones and of holidays, whose regions have names in few languages. */
const mostOptions = 30;

/** Words of Latin letters that a reader sees; what is quoted from the data or marked as English is left out, and names of zones, sites and issues. */
function latinWords(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const copy = document.body.cloneNode(true);
    for (const quoted of copy.querySelectorAll('[lang=en], [aria-hidden=true], script, style, svg title, tr[data-ticket], .comments, .comment, code, pre')) quoted.remove();
    for (const list of copy.querySelectorAll('[role=listbox]')) if (list.querySelectorAll('[role=option]').length > ${mostOptions}) list.remove();
    const shown = [];
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) shown.push(texts.currentNode.data);
    for (const each of copy.querySelectorAll('[aria-label], [placeholder], [title]'))
      shown.push(each.getAttribute('aria-label'), each.getAttribute('placeholder'), each.getAttribute('title'));
    return [...new Set(shown.join(' ').replace(/[A-Z][A-Za-z_]+(?:\\/[A-Za-z_+-]+)+|[a-z-]+(?:\\.[a-z-]+)+|[a-z/]+#\\d+/g, '').match(/[A-Za-z]{2,}/g) ?? [])];
  })()`);
}

/** Keys of words that stand where their words should, also within what is quoted. */
async function keysShown(page: Page): Promise<readonly string[]> {
  const areas = await Promise.all(Object.values(words).map(({ en }) => en()));
  const keys = new Set(areas.flatMap((area) => Object.keys(area)));
  const shown: string = await page.evaluate(`(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')];
    const attributes = named.flatMap((each) => ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name)));
    return [document.body.textContent, ...attributes].join(' ');
  })()`);
  return [...new Set(shown.match(/[a-z]\w*(?:\.\w+)+/g) ?? [])].filter((word) => keys.has(word));
}

describe.skipIf(chromium === null)('every page', () => {
  const stage = setStage({ locale: 'zh-CN', colorScheme: 'dark' });
  let names: ReadonlySet<string> | undefined;

  /** Home may still tell of an event that another file has taken back. */
  beforeAll(async () => {
    await fetch(`${stage.address}/api/home?wait=yes`);
  }, 300_000);

  it.each(pages)('%s speaks Chinese, is whole, can be read by everybody, and fits a phone', async (path) => {
    const { page } = stage;
    names ??= await namesOfSample(stage.address);
    await stage.open(path);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await drawn(page);
    expect(await page.locator('[data-state=error]').allTextContents()).toEqual([]);
    expect((await latinWords(page)).filter((word) => !alike.test(word) && !names?.has(word.toLowerCase()))).toEqual([]);
    expect(await keysShown(page)).toEqual([]);
    if (path === dayWithComment) expect(await page.locator('.comment').count()).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth'), patient).toBeLessThanOrEqual(390);
    expect(stage.faults).toEqual([]);
  });
});
