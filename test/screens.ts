import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { demoServer } from './browser/demo-server.ts';
import { chromiumPath, openBrowser } from './browser/open-browser.ts';

// npm run screens DIR [URL]: a picture of every page in both themes, English and Chinese, 1440 and 390 wide.

const october = 'period=2026-10-04..2026-10-31';
const drill = encodeURIComponent(JSON.stringify({ tile: 'created', metric: 'created', group: {} }));

const boards = ['tickets', 'efficiency', 'why-they-write', 'backlog', 'sla', 'channels', 'bots', 'workload', 'voice', 'scorecard-nextiva'];

const places: Readonly<Record<string, string>> = {
  home: '/',
  'home-launch': '/?day=2025-09-24',
  'home-explain': `/boards/support-overview?${october}&why=created`,
  agents: `/agents?${october}`,
  boards: '/boards',
  ...Object.fromEntries(boards.map((board) => [`board-${board}`, `/boards/${board}?${october}`])),
  board: `/boards/support-overview?${october}`,
  'board-today': '/boards/support-overview?period=today',
  'board-empty': '/boards/support-overview?period=2020-01-01..2020-01-31',
  drill: `/boards/support-overview?${october}&drill=${drill}`,
  definition: `/boards/support-overview?${october}&explain=first-response`,
  import: '/import',
  metrics: '/metrics',
};

interface Look {
  readonly theme: 'light' | 'dark';
  readonly locale: 'en' | 'zh-Hans';
  readonly widthPx: number;
}

const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'zh-Hans'] as const).flatMap((locale) => [1440, 390].map((widthPx) => ({ theme, locale, widthPx }))),
);

/** Takes the pictures of one look. */
async function takePictures(browser: Browser, address: string, directory: string, { theme, locale, widthPx }: Look): Promise<void> {
  const context = await browser.newContext({ viewport: { width: widthPx, height: 900 }, colorScheme: theme, locale });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(places)) {
    await page.goto(`${address}${path}`);
    await page.waitForLoadState('networkidle');
    await page.locator('[data-state=loading]').first().waitFor({ state: 'detached' });
    await page.locator('.drawing:not(:has(svg))').first().waitFor({ state: 'detached' });
    const overlaid = name === 'drill' || name === 'definition' || name === 'home-explain';
    await page.screenshot({
      path: join(directory, `${name}-${theme}-${locale}-${widthPx}.png`),
      fullPage: !overlaid,
      animations: 'disabled',
    });
  }
  await context.close();
}

const [directory, url] = process.argv.slice(2);
const chromium = chromiumPath();
if (directory === undefined || chromium === null) {
  console.error('Usage: npm run screens DIR [URL], with Chromium on this machine');
  process.exitCode = 1;
} else {
  if (url !== undefined) process.env.EARSHOT_URL = url;
  mkdirSync(directory, { recursive: true });
  const server = await demoServer(20_000);
  const browser = await openBrowser(chromium);
  for (const look of looks) await takePictures(browser, server.address, directory, look);
  await browser.close();
  await server.stop();
  console.log(`${looks.length * Object.keys(places).length} pictures in ${directory}`);
}
