import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { type DemoServer, startDemo, startServer } from './browser/demo-server.ts';
import { chromiumPath, openBrowser } from './browser/open-browser.ts';
import { type Place, places } from './screen-places.ts';

// npm run screens [-- --out DIR --only PATTERN --locales en,ru --sample URL --small URL --empty URL]: a picture of every page and state in both themes,
// English and Chinese, 1440 and 390 wide, or in the languages of --locales. A pattern is held against names like board-sla-dark-zh-Hans-390.

interface Look {
  readonly theme: 'light' | 'dark';
  readonly locale: string;
  readonly widthPx: number;
}

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    locales: { type: 'string', default: 'en,zh-Hans' },
    sample: { type: 'string' },
    small: { type: 'string' },
    empty: { type: 'string' },
  },
});
const only = new RegExp(values.only);
const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  values.locales.split(',').flatMap((locale) => [1440, 390].map((widthPx) => ({ theme, locale, widthPx }))),
);
const started: DemoServer[] = [];

const starts: Readonly<Record<Place['data'], () => Promise<DemoServer>>> = {
  sample: () => startDemo(20_000),
  small: () => startDemo(20),
  empty: () => startServer(['serve']),
};
const addresses = new Map<Place['data'], Promise<string>>();

/** The address of a server with such data, which is started when the first page of it is wanted. */
function addressOf(data: Place['data']): Promise<string> {
  const known = addresses.get(data) ?? Promise.resolve(values[data] ?? start(data));
  addresses.set(data, known);
  return known;
}

async function start(data: Place['data']): Promise<string> {
  const server = await starts[data]();
  started.push(server);
  return server.address;
}

/** Whether nothing loads any more and every chart is as wide as its tile. */
const isWhole = `document.querySelector('[data-state=loading], [aria-busy=true], .mantine-Skeleton-root') === null
  && [...document.querySelectorAll('.drawing')].every((each) => each.clientWidth === each.querySelector('svg')?.clientWidth)`;

const patienceMs = 30_000;

/** Waits until nothing of the page is loading any more and every chart is drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const lastMs = Date.now() + patienceMs;
  while (!(await page.evaluate<boolean>(isWhole))) {
    if (Date.now() > lastMs) throw new Error('it goes on loading');
    await page.waitForTimeout(100);
  }
}

/** Takes the pictures of one look and counts them. */
async function takePictures(browser: Browser, directory: string, { theme, locale, widthPx }: Look): Promise<number> {
  const context = await browser.newContext({ viewport: { width: widthPx, height: 900 }, colorScheme: theme, locale });
  let taken = 0;
  for (const place of places) {
    const name = `${place.name}-${theme}-${locale}-${widthPx}`;
    if (!only.test(name) || (place.widthPx ?? widthPx) !== widthPx) continue;
    const page = await context.newPage();
    try {
      await takePicture(page, place, join(directory, `${name}.png`));
      taken++;
    } catch (error) {
      console.log(`${name} could not be taken: ${error instanceof Error ? error.message.split('\n', 3).join(' ') : error}`);
      process.exitCode = 1;
    }
    await page.close();
  }
  await context.close();
  return taken;
}

/** Makes the window as tall as its page: a picture beyond the window would be taken while charts fit themselves to another width. */
async function makeRoom(page: Page): Promise<void> {
  const heightPx = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1440, height: heightPx });
  await settle(page);
}

/** Takes one picture, and says when the page can be scrolled sideways. */
async function takePicture(page: Page, place: Place, path: string): Promise<void> {
  page.setDefaultTimeout(patienceMs);
  await place.prepare?.(page);
  await page.goto(`${await addressOf(place.data)}${place.path}`);
  if (place.loads !== true) await settle(page);
  await place.act?.(page);
  if (place.shows !== undefined) await page.locator(place.shows).first().waitFor();
  if (place.act !== undefined || place.shows !== undefined) await (place.loads === true ? undefined : settle(page));
  if (place.lies !== true) await makeRoom(page);
  await page.screenshot({ path, animations: 'disabled' });
  const roomPx = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  if (roomPx > 0) console.log(`${path} can be scrolled sideways by ${roomPx} px`);
}

const chromium = chromiumPath();
if (chromium === null) {
  console.error('npm run screens needs Chromium on this machine');
  process.exitCode = 1;
} else {
  const directory = values.out ?? mkdtempSync(join(tmpdir(), 'earshot-screens-'));
  mkdirSync(directory, { recursive: true });
  const browser = await openBrowser(chromium);
  let taken = 0;
  for (const look of looks) taken += await takePictures(browser, directory, look);
  await browser.close();
  for (const server of started) await server.stop();
  console.log(`${taken} pictures in ${directory}`);
}
