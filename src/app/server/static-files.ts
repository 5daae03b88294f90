import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const askAgain = 'no-cache';
const forever = 'public, max-age=31536000, immutable';

/**
 * The page's files. Names under /assets carry a hash of their content and are kept for good; any other path without an extension is the page itself, which
 * reads the path.
 */
export function staticFiles(directory: string): (path: string) => Promise<Response> {
  return async (path) => {
    const asked = safePath(path);
    const found = asked && (await fileAt(join(directory, asked)));
    if (asked && found) return fileResponse(asked, found);
    if (asked === null || extname(asked) !== '') return new Response('Not found', { status: 404 });
    const page = await fileAt(join(directory, 'index.html'));
    if (page) return fileResponse('index.html', page);
    return new Response('The page is not built: run npm run build.', { status: 503 });
  };
}

/** The path below the directory; null when it leads out of it. */
function safePath(path: string): string | null {
  try {
    const plain = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, '');
    return plain.split(sep).includes('..') || plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}

async function fileAt(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    if (!(await stat(path)).isFile()) return null;
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}

function fileResponse(path: string, bytes: Uint8Array<ArrayBuffer>): Response {
  const hashed = path.startsWith(`assets${sep}`);
  return new Response(bytes, {
    headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': hashed ? forever : askAgain },
  });
}
