import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../find-chromium.mjs';

/** Where the browser is; null when this machine has none, and the reason is printed. */
export function chromiumPath(): string | null {
  const path = findChromium();
  if (path === null) console.log('skipped: no Chromium on this machine; install it or name it in CHROMIUM');
  return path;
}

/** A headless Chromium that talks to nobody but the pages it is sent to. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
