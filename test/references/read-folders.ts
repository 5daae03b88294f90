import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseDelimited } from '../../src/core/import/parse-delimited.ts';
import type { Folders } from './case.ts';

/** Reads the folders of references and data. */
export function readFolders(shared: string): Folders {
  const text = (path: string) => {
    const bytes = readFileSync(join(shared, 'data', path));
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  return {
    reference: (name) => JSON.parse(readFileSync(join(shared, 'reference', `${name}.json`), 'utf8')),
    text,
    table: (path, separator = ',') =>
      columnsOf(parseDelimited(text(path), { separator, quoted: true, whole: true, most: Number.POSITIVE_INFINITY })),
  };
}

function columnsOf([header = [], ...rows]: readonly (readonly string[])[]): Record<string, string[]> {
  return Object.fromEntries(header.map((name, index) => [name, rows.map((row) => row[index] ?? '')]));
}
