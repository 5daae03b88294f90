import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, decodeBlock, integerConverter } from './row-decoder.ts';

const convert = (type: string, value: unknown) => integerConverter(type)?.(value) ?? value;

describe('64-bit integers that came as text', () => {
  it('become numbers exactly when that loses no digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (value) => {
        const converted = convert('Int64', String(value));
        const isSafe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
        expect(converted).toBe(isSafe ? Number(value) : String(value));
      }),
    );
  });

  it.each<[string, unknown, unknown]>([
    ['Nullable(UInt64)', '5', 5],
    ['LowCardinality(Nullable(Int64))', '-5', -5],
    ['Array(Nullable(Int64))', ['1', null, '9007199254740993'], [1, null, '9007199254740993']],
    ['Array(Array(UInt64))', [['1'], []], [[1], []]],
    ['Map(String, UInt64)', { a: '1', b: '2' }, { a: 1, b: 2 }],
    ['Tuple(String, Int64)', ['7', '7'], ['7', 7]],
    ['Tuple(a Nullable(Int64), b String, `from` UInt64)', { a: null, b: '7', from: '7' }, { a: null, b: '7', from: 7 }],
    ["Array(Tuple(at DateTime64(3, 'UTC'), n Int64))", [{ at: '2024', n: '1' }], [{ at: '2024', n: 1 }]],
    ["Enum8('Int64' = 1)", 'Int64', 'Int64'],
    ['String', '12', '12'],
    ['Float64', 1.5, 1.5],
  ])('are found inside %s', (type, value, expected) => {
    expect(convert(type, value)).toEqual(expected);
  });
});

describe('rows', () => {
  it('are read from a block whose texts hold line breaks and brackets', () => {
    const block = '["n","t"]\n["Int64","String"]\n["1","a\\nb]"]\n[null,"\\"],["]\n';
    expect(decodeBlock(block)).toEqual([
      { n: 1, t: 'a\nb]' },
      { n: null, t: '"],[' },
    ]);
    expect(decodeBlock('')).toEqual([]);
  });

  it('are read from an answer, with what was read for them', () => {
    const answer = { meta: [{ name: '__proto__', type: 'UInt64' }], data: [['3']], rows: 1, statistics: { elapsed: 0, rows_read: 9 } };
    const { rows, rowsRead } = decodeAnswer<Record<string, unknown>>(JSON.stringify(answer));
    expect(rowsRead).toBe(9);
    expect(Object.entries(rows[0] ?? {})).toEqual([['__proto__', 3]]);
  });
});
