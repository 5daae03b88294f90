import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../dist/web', import.meta.url));
const isBuilt = existsSync(join(folder, 'index.html'));
if (!isBuilt) console.log('skipped: the page is not built; npm run build');

const kilobyte = 1000;

function contentOf(name: string): string {
  return readFileSync(join(folder, 'assets', name), 'utf8');
}

/** The scripts that some scripts import, and those themselves. */
function withImports(names: readonly string[]): Set<string> {
  const all = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    waiting.push(...[...contentOf(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''));
  }
  return all;
}

function gzipBytes(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + gzipSync(contentOf(name), { level: 9 }).length, 0);
}

function chunk(stem: string): string {
  return readdirSync(join(folder, 'assets')).find((name) => name.startsWith(`${stem}-`) && name.endsWith('.js')) ?? '';
}

describe.skipIf(!isBuilt)('the scripts of the page', () => {
  const html = isBuilt ? readFileSync(join(folder, 'index.html'), 'utf8') : '';
  const first = [...html.matchAll(/assets\/([^"]+\.js)/g)].map((match) => match[1] ?? '');

  it('of the first screen are at most 250 kB, compressed, and hold no charts and no schemas', () => {
    const names = withImports([...first, chunk('HomePage')]);
    expect(gzipBytes(names)).toBeLessThanOrEqual(250 * kilobyte);
    expect([...names].filter((name) => /^(Chart|zod)/.test(name))).toEqual([]);
  });

  it('of charts are at most 150 kB more', () => {
    const before = withImports([...first, chunk('BoardPage')]);
    const added = [...withImports([chunk('Chart')])].filter((name) => !before.has(name));
    expect(gzipBytes(added)).toBeLessThanOrEqual(150 * kilobyte);
  });
});
