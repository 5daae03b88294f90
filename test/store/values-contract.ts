import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BoundType, type BoundValue, bind, sql } from '../../src/core/sql/sql.ts';
import { table } from '../../src/engine/store/workspace.ts';
import { type Contract, database, hostile, plain, things } from './contract-table.ts';

/** Values come back as they went in, bound or stored. */
export function valuesContract(contract: Contract): void {
  it('gives back zero, the empty text and null as three different things', async () => {
    await contract.insert([
      { id: 'zero', ...plain, maybe_name: '', maybe_kind: '', maybe_count: 0, maybe_amount: 0, maybe_yes: false, maybe_at: 0 },
    ]);
    await contract.insert([{ id: 'null', ...plain }]);
    expect((await contract.rowsOf('zero'))[0]).toMatchObject({
      maybe_name: '',
      maybe_kind: '',
      maybe_count: 0,
      maybe_amount: 0,
      maybe_yes: false,
      maybe_at: '1970-01-01 00:00:00.000',
    });
    expect((await contract.rowsOf('null'))[0]).toMatchObject({
      maybe_name: null,
      maybe_kind: null,
      maybe_count: null,
      maybe_amount: null,
      maybe_yes: null,
      maybe_at: null,
    });
  });

  it('gives back every column kind as it was written', async () => {
    const at = Date.UTC(2024, 1, 29, 23, 59, 59, 999);
    const spans = [
      { from: at, until: null, who: 'Zoë', key: 2n ** 64n - 1n, count: null },
      { from: -1, until: at, who: '', key: 1n, count: -5 },
    ];
    await contract.insert([
      {
        id: 'all',
        ...plain,
        name: '客户',
        amount: -1.25,
        yes: true,
        at,
        took_ms: -1,
        customer: 2n ** 64n - 1n,
        tags: ['a', '', 'b'],
        maybe_count: Number.MAX_SAFE_INTEGER,
        spans,
      },
    ]);
    expect((await contract.rowsOf('all'))[0]).toEqual({
      id: 'all',
      ...plain,
      name: '客户',
      amount: -1.25,
      yes: true,
      at: '2024-02-29 23:59:59.999',
      took_ms: -1,
      customer: '18446744073709551615',
      tags: ['a', '', 'b'],
      maybe_count: Number.MAX_SAFE_INTEGER,
      spans: [
        { from: '2024-02-29 23:59:59.999', until: null, who: 'Zoë', key: '18446744073709551615', count: null },
        { from: '1969-12-31 23:59:59.999', until: '2024-02-29 23:59:59.999', who: '', key: 1, count: -5 },
      ],
    });
  });

  it('keeps hostile text as it is, bound and inserted', async () => {
    await contract.insert(
      hostile.map((value, index) => ({ id: `hostile-${index}`, ...plain, name: value, kind: value, tags: [value], maybe_name: value })),
    );
    for (const [index, value] of hostile.entries()) {
      const [row] = await contract.rowsOf(`hostile-${index}`);
      expect(row).toMatchObject({ name: value, kind: value, tags: [value], maybe_name: value });
      const found = await contract.store.query(
        sql`SELECT id FROM ${table(database, things)} WHERE startsWith(id, 'hostile') AND name = ${bind('String', value)} AND has(${bind('Array(String)', [value])}, name)`,
      );
      expect(found.rows).toEqual([{ id: `hostile-${index}` }]);
    }
  });

  it('binds any text, alone and in a list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), async (one, several) => {
        const wellFormed = several.map((value) => Buffer.from(value, 'utf8').toString('utf8'));
        const answer = await contract.store.query(
          sql`SELECT ${bind('String', one)} AS one, ${bind('Array(String)', wellFormed)} AS several`,
        );
        expect(answer.rows).toEqual([{ one, several: wellFormed }]);
      }),
      { numRuns: 100 },
    );
  });

  it.each<[BoundType, BoundValue, unknown]>([
    ['Int64', -9223372036854775808n, '-9223372036854775808'],
    ['Int64', -5, -5],
    ['UInt64', 2n ** 64n - 1n, '18446744073709551615'],
    ['Float64', 1e-300, 1e-300],
    ['Float64', Number.NaN, null],
    ['Float64', -0.1, -0.1],
    ['Bool', true, true],
    ['Date', '2024-02-29', '2024-02-29'],
    ['Array(Int64)', [1n, -(2n ** 62n)], [1, '-4611686018427387904']],
    ['Array(UInt64)', [], []],
    ['Array(Float64)', [0.5, -1], [0.5, -1]],
    ['Array(String)', [], []],
  ])('binds a value of type %s: %s', async (type, value, expected) => {
    expect((await contract.store.query(sql`SELECT ${bind(type, value)} AS value`)).rows).toEqual([{ value: expected }]);
  });

  it('binds and stores a text of a megabyte', async () => {
    const long = 'é\\\'"\n'.repeat(200_000);
    await contract.insert([{ id: 'long', ...plain, name: long }]);
    const answer = await contract.store.query(
      sql`SELECT name = ${bind('String', long)} AS same, length(name) AS bytes FROM ${table(database, things)} WHERE id = 'long'`,
    );
    expect(answer.rows).toEqual([{ same: 1, bytes: 1_200_000 }]);
  });

  it('replaces half of a surrogate pair, which is no text, and keeps its escape', async () => {
    await contract.insert([{ id: 'surrogate', ...plain, name: 'a\ud800b\\ud800😀' }]);
    expect((await contract.rowsOf('surrogate'))[0]).toMatchObject({ name: 'a\ufffdb\\ud800😀' });
  });

  it('refuses null in a column that is always known, instead of a zero', async () => {
    for (const column of ['took_ms', 'amount', 'name', 'at', 'tags', 'yes']) {
      await expect(contract.insert([{ id: 'wrong', ...plain, [column]: null }])).rejects.toThrow(`the column ${column} may not be null`);
    }
    expect(await contract.rowsOf('wrong')).toEqual([]);
  });
}
