import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The browser that the tests drive: CHROMIUM, or the first on the PATH; null when there is none.
 * @returns {string | null}
 */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path)) ?? null;
}
