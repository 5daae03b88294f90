import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { DemoServer } from './demo-server.ts';
import { chromiumPath, openBrowser } from './open-browser.ts';
import { watchPage } from './watch-page.ts';

/** Where the browser is; null leaves the tests of a file out, and the reason is printed. */
export const chromium = chromiumPath();

/** What a test of the page stands on: a workspace, and a page of its own that is watched for faults. */
export interface Stage {
  readonly address: string;
  readonly page: Page;
  readonly faults: readonly string[];
  readonly open: (path: string) => Promise<void>;
}

export interface StageOptions {
  /** A workspace of its own; absent: the sample company that all files share, and that a test leaves as it was. */
  readonly start?: () => Promise<DemoServer>;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** Sets the stage for the tests of a file: one browser that keeps what it has loaded, and a fresh page for each test. */
export function setStage({ start, locale = 'en', colorScheme = 'light' }: StageOptions = {}): Stage {
  let server: DemoServer | null = null;
  let browser: Browser | null = null;
  let context: BrowserContext | null = null;
  let page: Page | null = null;
  let faults: string[] = [];
  const set = () => {
    if (page === null) throw new Error('the stage is set when a test runs');
    return page;
  };
  const address = () => server?.address ?? inject('sample');
  beforeAll(async () => {
    if (start !== undefined) server = await start();
    browser = await openBrowser(chromium ?? '');
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale, colorScheme });
  }, 300_000);
  beforeEach(async () => {
    page = (await context?.newPage()) ?? null;
    faults = watchPage(set());
  });
  afterEach(async () => {
    await page?.evaluate('localStorage.clear()').catch(() => null);
    await page?.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get address() {
      return address();
    },
    get page() {
      return set();
    },
    get faults() {
      return faults;
    },
    open: async (path) => {
      await set().goto(`${address()}${path}`);
    },
  };
}
