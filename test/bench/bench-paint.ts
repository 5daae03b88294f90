import type { Browser, CDPSession, Page } from 'playwright-core';
import { dashboards } from '../../src/catalog/dashboards/index.ts';
import type { Dashboard } from '../../src/core/model/dashboard.ts';
import { chromiumPath, openBrowser } from '../browser/open-browser.ts';
import type { EarshotServer } from '../faults/earshot-process.ts';
import { boardPeriod } from './board-period.ts';
import { type Measurement, milliseconds, percentile } from './measure.ts';

const rounds = 3;
const goalMs = 1_000;
const stepMs = 100;
const mostMs = 120_000;

/** Notes in the page when nothing of it was loading any more and every chart was drawn, in milliseconds since its navigation began. */
const watch = `(() => {
  let paintedMs = null;
  const look = () => {
    const loading = document.querySelector('[data-state=loading], [aria-busy=true], .mantine-Skeleton-root, .drawing:not(:has(svg))');
    paintedMs = document.querySelector('[data-tile]') !== null && loading === null ? (paintedMs ?? performance.now()) : null;
    globalThis.paintedMs = paintedMs;
    requestAnimationFrame(look);
  };
  look();
})()`;

/** As long as it stays painted it is; what comes later begins by loading. */
const isPainted = 'globalThis.paintedMs != null && performance.now() - globalThis.paintedMs > 500';

/** Opens each board in a browser that keeps its files, from the navigation until its last tile is painted. The first time of each is told beside the others. */
export async function benchPaint(server: EarshotServer): Promise<readonly Measurement[]> {
  const executable = chromiumPath();
  if (executable === null) return [];
  const browser = await openBrowser(executable);
  try {
    return await paintBoards(browser, server.address);
  } finally {
    await browser.close();
  }
}

async function paintBoards(browser: Browser, address: string): Promise<readonly Measurement[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const measurements: Measurement[] = [];
  for (const board of dashboards) measurements.push(await paintBoard(board, { page, session }, address));
  return measurements;
}

interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
}

async function paintBoard(board: Dashboard, opened: Opened, address: string): Promise<Measurement> {
  const open = () => paint(opened, `${address}/boards/${board.name}?period=${boardPeriod}`);
  const first = await open();
  const paints: Paint[] = [];
  for (let round = 0; round < rounds; round += 1) paints.push(await open());
  const middle = (of: (paint: Paint) => number) => percentile(paints.map(of), 0.5);
  const middleMs = middle(({ elapsedMs }) => elapsedMs);
  return {
    what: `board ${board.name} painted, ${board.tiles.length} tiles`,
    figure: `p50 ${milliseconds(middleMs)}, first ${milliseconds(first.elapsedMs)}`,
    goal: `≤ ${goalMs / 1000} s`,
    met: middleMs <= goalMs,
    note: `from the navigation to the last tile, ${milliseconds(middle(({ threadMs }) => threadMs))} of processor in the page`,
  };
}

interface Paint {
  /** From the navigation until the last tile is painted. */
  readonly elapsedMs: number;
  /** Processor time of the page's thread. */
  readonly threadMs: number;
}

async function paint({ page, session }: Opened, url: string): Promise<Paint> {
  const beforeMs = await threadMs(session);
  const elapsedMs = await paintedMs(page, url);
  const afterMs = await threadMs(session);
  // A navigation to another process counts from its beginning.
  return { elapsedMs, threadMs: afterMs < beforeMs ? afterMs : afterMs - beforeMs };
}

/** The page forbids scripts to be made of text, so it is looked at from here. */
async function paintedMs(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  for (let waitedMs = 0; waitedMs < mostMs; waitedMs += stepMs) {
    if (await page.evaluate<boolean>(isPainted)) return page.evaluate<number>('globalThis.paintedMs');
    await page.waitForTimeout(stepMs);
  }
  throw new Error(`${url} was not painted within ${mostMs / 1000} s`);
}

/** Processor time of the page's thread so far. */
async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}
