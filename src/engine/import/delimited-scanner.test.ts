import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DelimitedScanner } from './delimited-scanner.ts';
import { roomForRecord } from './record-scanner.ts';
import { TsvWriter } from './tsv-writer.ts';

const flushAt = 4096;

interface Scanned {
  readonly lines: number[];
  readonly rows: string[][];
  readonly refused: { line: number; reason: string; found: string; raw: string }[];
}

function unescaped(cell: string): string {
  return cell.replace(/\\([tnr\\])/g, (_, letter: string) => ({ t: '\t', n: '\n', r: '\r', '\\': '\\' })[letter] ?? '');
}

function decode(bytes: Buffer): string[][] {
  return bytes
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((row) => row.split('\t').map(unescaped));
}

/** Feeds the text in pieces of the given sizes, over and over, as the cutter does. */
function scan(
  text: Buffer,
  options: { separator?: string; quoted?: boolean; columns: number; headRecords?: number },
  pieces: readonly number[],
): Scanned {
  const rows = new TsvWriter(flushAt + roomForRecord, flushAt);
  const refusedRows = new TsvWriter(flushAt + roomForRecord, flushAt);
  const scanner = new DelimitedScanner(rows, refusedRows, { separator: ',', quoted: true, headRecords: 0, ...options });
  const written: Buffer[] = [];
  const refused: Buffer[] = [];
  const feed = (input: Buffer, final: boolean): Buffer => {
    let at = 0;
    while (at < input.length) {
      const taken = scanner.scan(input.subarray(at), final);
      at += taken;
      const full = rows.full || refusedRows.full;
      written.push(Buffer.from(rows.take()));
      refused.push(Buffer.from(refusedRows.take()));
      if (taken === 0 && !full) break;
    }
    return input.subarray(at);
  };
  let carry: Buffer = Buffer.alloc(0);
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = Math.max(1, pieces[turn % pieces.length] ?? 1);
    carry = feed(Buffer.concat([carry, text.subarray(at, at + size)]), false);
    at += size;
  }
  feed(carry, true);
  const cells = decode(Buffer.concat(written));
  return {
    lines: cells.map((row) => Number(row[0])),
    rows: cells.map((row) => row.slice(1)),
    refused: decode(Buffer.concat(refused)).map(([line, reason = '', found = '', raw = '']) => ({
      line: Number(line),
      reason,
      found,
      raw,
    })),
  };
}

const scanText = (text: string, columns: number, header = true) =>
  scan(Buffer.from(text), { columns, headRecords: header ? 1 : 0 }, [1 << 20]);

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '中', ' ', '"', ',', ';', '\t', '|', '\\', '\n', '\r', '0') }),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
);

const table = fc
  .record({
    separator: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    columns: fc.integer({ min: 2, max: 6 }),
    alwaysQuoted: fc.boolean(),
    endsOpen: fc.boolean(),
    pieces: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  })
  .chain((layout) =>
    fc.record({
      layout: fc.constant(layout),
      rows: fc.array(fc.array(cell, { minLength: layout.columns, maxLength: layout.columns }), { minLength: 1, maxLength: 8 }),
    }),
  );

/** A writer of its own, after RFC 4180. */
function write(
  rows: readonly (readonly string[])[],
  layout: { separator: string; lineEnd: string; alwaysQuoted: boolean; endsOpen: boolean },
): string {
  const quote = (text: string) => `"${text.split('"').join('""')}"`;
  const mustQuote = (text: string) => layout.alwaysQuoted || ['"', '\n', '\r', layout.separator].some((part) => text.includes(part));
  const lines = rows.map((row) => row.map((text) => (mustQuote(text) ? quote(text) : text)).join(layout.separator));
  return lines.join(layout.lineEnd) + (layout.endsOpen ? '' : layout.lineEnd);
}

const breaksIn = (row: readonly string[]) => row.join('').split('\n').length - 1;

test('what an independent writer wrote is read back exactly, wherever the blocks are cut', () => {
  fc.assert(
    fc.property(table, ({ layout, rows }) => {
      fc.pre(rows.every((row) => breaksIn(row) <= 3));
      const text = Buffer.from(write(rows, layout));
      const scanned = scan(text, { separator: layout.separator, columns: layout.columns }, layout.pieces);
      expect(scanned.refused).toEqual([]);
      expect(scanned.rows).toEqual(rows.map((row) => row.map((item) => Buffer.from(item).toString('utf8'))));
    }),
    { numRuns: 400 },
  );
});

test('every row knows the line it begins on, the header being line 1', () => {
  const { lines, rows } = scanText('a,b\n1,"x\ny"\n\n2,z\n', 2);
  expect(rows).toEqual([
    ['1', 'x\ny'],
    ['2', 'z'],
  ]);
  expect(lines).toEqual([2, 5]);
});

test('lines may end in different ways in one file', () => {
  expect(scanText('a,b\r\n1,2\n3,4\r5,6', 2).rows).toEqual([
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
  ]);
});

test('a quote may stand after spaces, and inside a cell without quotes it is a letter', () => {
  expect(scanText('a,b\n1, "x, y"\n5" pipe,z\n', 2).rows).toEqual([
    ['1', 'x, y'],
    ['5" pipe', 'z'],
  ]);
});

test('without quoting a quote is a letter everywhere', () => {
  expect(scan(Buffer.from('1\t"x\n2\ty\n'), { separator: '\t', quoted: false, columns: 2 }, [9]).rows).toEqual([
    ['1', '"x'],
    ['2', 'y'],
  ]);
});

test('a row with too few or too many cells is refused with its line and width, the others stay', () => {
  const { rows, refused } = scanText('a,b,c\n1,2,3\n1,2\n4,5,6\n1,2,3,4\n', 3);
  expect(rows).toEqual([
    ['1', '2', '3'],
    ['4', '5', '6'],
  ]);
  expect(refused).toEqual([
    { line: 3, reason: 'columns', found: '2', raw: '1,2' },
    { line: 5, reason: 'columns', found: '4', raw: '1,2,3,4' },
  ]);
});

test('text after a closing quote refuses that row only', () => {
  const { rows, refused } = scanText('a,b\n1,"Bob "the boss" Smith"\n2,x\n', 2);
  expect(rows).toEqual([['2', 'x']]);
  expect(refused).toEqual([{ line: 2, reason: 'bad_quote', found: '', raw: '1,"Bob "the boss" Smith"' }]);
});

test('a refused row of several lines is refused once', () => {
  const { rows, refused } = scanText('a,b,c\n1,"one\ntwo\nthree"\n4,5,6\n', 3);
  expect(rows).toEqual([['4', '5', '6']]);
  expect(refused.map(({ line, reason }) => ({ line, reason }))).toEqual([{ line: 2, reason: 'columns' }]);
});

const openQuote = (rows: number, after: (row: number) => string) => {
  const lines = Array.from({ length: rows }, (_, row) => (row === 1 ? `${row},"never closed,x` : after(row)));
  return `a,b,c\n${lines.join('\n')}\n`;
};

test('a quote in row 3 that is never closed costs one row', () => {
  const { rows, refused } = scanText(
    openQuote(100_000, (row) => `${row},plain,x`),
    3,
  );
  expect(rows).toHaveLength(99_999);
  expect(refused).toEqual([{ line: 3, reason: 'open_quote', found: '', raw: '1,"never closed,x' }]);
});

test('a quote that is never closed costs one row also where later rows have quotes', () => {
  const { rows, refused } = scanText(
    openQuote(5_000, (row) => (row % 7 === 0 ? `${row},"a, ""b""",x` : `${row},plain,x`)),
    3,
  );
  expect(rows).toHaveLength(4_999);
  expect(refused.map(({ line }) => line)).toEqual([3]);
});

test('two quotes that are never closed do not close each other over the rows between', () => {
  const lines = Array.from({ length: 1_000 }, (_, row) => (row === 10 || row === 500 ? `${row},x,"` : `${row},x,y`));
  const { rows, refused } = scanText(`a,b,c\n${lines.join('\n')}\n`, 3);
  expect(rows).toHaveLength(998);
  expect(refused.map(({ line, reason }) => ({ line, reason }))).toEqual([
    { line: 12, reason: 'open_quote' },
    { line: 502, reason: 'open_quote' },
  ]);
});

test('a line longer than a megabyte is refused and the next row is read', () => {
  const { rows, refused, lines } = scan(Buffer.from(`a,b\n1,${'x'.repeat(3_000_000)}\n2,y\n`), { columns: 2, headRecords: 1 }, [1 << 18]);
  expect(rows).toEqual([['2', 'y']]);
  expect(lines).toEqual([3]);
  expect(refused.map(({ line, reason, raw }) => ({ line, reason, shown: raw.length }))).toEqual([
    { line: 2, reason: 'too_long', shown: 2_000 },
  ]);
});

test('a zero byte becomes the replacement character', () => {
  expect(scanText('a,b\nx\0y,1\n', 2).rows).toEqual([['x\uFFFDy', '1']]);
});

test('ten thousand columns are columns', () => {
  const wide = Array.from({ length: 10_000 }, (_, index) => String(index)).join(',');
  expect(scanText(`${wide}\n${wide}\n`, 10_000).rows[0]).toHaveLength(10_000);
});
