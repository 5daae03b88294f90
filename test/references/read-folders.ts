import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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
    table: (path, separator = ',') => columnsOf(records(text(path), separator)),
  };
}

function columnsOf([header = [], ...rows]: readonly (readonly string[])[]): Record<string, string[]> {
  return Object.fromEntries(header.map((name, index) => [name, rows.map((row) => row[index] ?? '')]));
}

/** Records of a delimited text with quotes. */
function records(text: string, separator: string): string[][] {
  const found: string[][] = [];
  let record: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n"]*))(${separator === '\t' ? '\\t' : separator}|\\r?\\n|$)`, 'y');
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) break;
    record.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== separator) {
      found.push(record);
      record = [];
    }
  }
  return found;
}
