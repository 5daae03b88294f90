import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bind, sql } from '../../src/core/sql/sql.ts';
import { table } from '../../src/engine/store/workspace.ts';
import { type Contract, database, hostile, plain, things } from './contract-table.ts';

/** Columns and files are read exactly. */
export function readingContract(contract: Contract): void {
  it('reads columns into typed arrays, in the order of the statement', async () => {
    const columns = await contract.store.columns(
      sql`SELECT number AS n, if(number % 3 = 0, NULL, number / 2) AS half, toDateTime64(number, 3, 'UTC') AS at, number + 18446744073709000000 AS k,
        if(number % 2 = 0, NULL, true) AS f, if(number % 5 = 0, NULL, concat('ü', toString(number))) AS t, arrayMap(x -> toString(x), range(number % 3)) AS ts
        FROM numbers(200000) ORDER BY n DESC`,
      { n: 'number', half: 'number', at: 'instant', k: 'key', f: 'flag', t: 'text', ts: 'texts' } as const,
    );
    expect(columns.length).toBe(200_000);
    const row = (index: number) => [
      columns.n[index],
      columns.half[index],
      columns.at[index],
      columns.k[index],
      columns.f[index],
      columns.t[index],
      columns.ts[index],
    ];
    expect(row(0)).toEqual([199_999, 99_999.5, 199_999_000, 18446744073709199999n, 1, 'ü199999', ['0']]);
    expect(row(199_999)).toEqual([0, Number.NaN, 0, 18446744073709000000n, 255, null, []]);
    expect(columns.n.every((value, index) => value === 199_999 - index)).toBe(true);
  });

  it('reads texts of every length and alphabet as columns', async () => {
    const texts = ['', 'a', 'x'.repeat(127), 'y'.repeat(128), 'z'.repeat(20_000), 'Grüße', '客户', '😀', ...hostile];
    const columns = await contract.store.columns(sql`SELECT arrayJoin(${bind('Array(String)', texts)}) AS t, [t, ''] AS ts`, {
      t: 'text',
      ts: 'texts',
    } as const);
    expect(columns.t).toEqual(texts);
    expect(columns.ts).toEqual(texts.map((value) => [value, '']));
  });

  it('reads what follows a column of nothing but null, also where a null hides a text', async () => {
    const columns = await contract.store.columns(
      sql`SELECT if(number = 7, nullIf(materialize('en'), ''), NULL) AS hidden, toString(number) AS t FROM numbers(3)`,
      { hidden: 'text', t: 'text' } as const,
    );
    expect(columns).toEqual({ length: 3, hidden: [null, null, null], t: ['0', '1', '2'] });
  });

  it('gives empty arrays for columns of no rows', async () => {
    const columns = await contract.store.columns(sql`SELECT number AS n, toString(number) AS t FROM numbers(0)`, {
      n: 'number',
      t: 'text',
    } as const);
    expect(columns).toEqual({ length: 0, n: new Float64Array(), t: [] });
  });

  it('loads a file with the separator, quotes and names that it has', async () => {
    const path = join(contract.files, "it's; a file.csv");
    await writeFile(path, 'f1;"a ""quoted"" ; text";3\nf2;"two\nlines";\nf3;short\n');
    const file = { path, format: 'CSV', columns: ['the id', 'na`me\\', "it's"], separator: ';' } as const;
    await contract.store.load(
      file,
      (relation) => sql`
INSERT INTO ${table(database, things)} (id, name, maybe_name, day)
SELECT ${sql`\`the id\``}, \`na\\\`me\\\\\`, \`it's\`, toDate32('2024-01-01')
FROM ${relation}`,
    );
    const answer = await contract.store.query(
      sql`SELECT id, name, maybe_name FROM ${table(database, things)} WHERE startsWith(id, 'f') ORDER BY id`,
    );
    expect(answer.rows).toEqual([
      { id: 'f1', name: 'a "quoted" ; text', maybe_name: '3' },
      { id: 'f2', name: 'two\nlines', maybe_name: '' },
      { id: 'f3', name: 'short', maybe_name: null },
    ]);
    const preview = await contract.store.queryFile(
      file,
      (relation) => sql`SELECT count() AS rows, countIf(\`it's\` IS NULL) AS missing FROM ${relation}`,
    );
    expect(preview.rows).toEqual([{ rows: 3, missing: 1 }]);
  });

  it('loads JSON lines with every value as text', async () => {
    const path = join(contract.files, 'lines.ndjson');
    await writeFile(path, '{"id":"j1","n":12345678901234567890,"o":{"a":[1]}}\n{"id":"j2","n":true,"other":1}\n{"id":"j3","n":null}\n');
    await contract.store.load(
      { path, format: 'JSONEachRow', columns: ['id', 'n', 'o'] },
      (relation) =>
        sql`INSERT INTO ${table(database, things)} (id, maybe_name, maybe_kind, day) SELECT id, n, o, toDate32('2024-01-01') FROM ${relation}`,
    );
    const answer = await contract.store.query(
      sql`SELECT id, maybe_name AS n, maybe_kind AS o FROM ${table(database, things)} WHERE startsWith(id, 'j') ORDER BY id`,
    );
    expect(answer.rows).toEqual([
      { id: 'j1', n: '12345678901234567890', o: '{"a":[1]}' },
      { id: 'j2', n: 'true', o: null },
      { id: 'j3', n: null, o: null },
    ]);
  });

  it('inserts over more than a hundred months at once', async () => {
    const rows = Array.from({ length: 240 }, (_, index) => ({
      id: `m${index}`,
      ...plain,
      day: `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    }));
    await contract.insert(rows);
    expect(
      (await contract.store.query(sql`SELECT count() AS n FROM ${table(database, things)} WHERE match(id, '^m[0-9]+$')`)).rows,
    ).toEqual([{ n: 240 }]);
  });

  it('says how long a question took and how much it read', async () => {
    const answer = await contract.store.query(sql`SELECT sum(number) AS n FROM numbers(1000)`);
    expect(answer.elapsedMs).toBeGreaterThan(0);
    expect(answer.rowsRead).toBeGreaterThanOrEqual(1000);
  });
}
