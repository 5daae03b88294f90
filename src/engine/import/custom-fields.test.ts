import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { customFieldName, isCustomFieldName } from '../../core/model/custom-field.ts';
import { sql } from '../../core/sql/sql.ts';
import { openIngestQueue } from '../ingest/ingest-queue.ts';
import { ingestRows } from '../ingest/ingest-rows.ts';
import { readCustomFields } from '../store/custom-fields.ts';
import { createTables } from '../store/schema.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
  await space.begin();
});
afterAll(() => space.close());

const text = `id,created,status,customer_id,Tariff,Betrag,VIP?,Gültig ab,关税
1,2026-01-01,open,c1,Gold,"1,234.5",yes,2026-02-01,甲
2,2026-01-02,solved,c2,Silver,,no,,乙
3,2026-01-03,open,c2,,7,,2026-03-01,
`;

test('columns that we have no field for become typed columns of tickets and contacts, and are there after a start', async () => {
  const path = space.file('own.csv', text);
  const preview = await space.preview(path);
  expect(preview.suggestedFields).toEqual([
    { column: 'Tariff', to: 'field:tariff', label: 'Tariff', kind: 'label' },
    { column: 'Betrag', to: 'field:betrag', label: 'Betrag', kind: 'number' },
    { column: 'VIP?', to: 'field:vip', label: 'VIP?', kind: 'flag' },
    { column: 'Gültig ab', to: 'field:gultig_ab', label: 'Gültig ab', kind: 'date' },
    { column: '关税', to: expect.stringMatching(/^field:f_[a-z0-9]+$/), label: '关税', kind: 'label' },
  ]);
  expect(preview.notes.at(-1)).toBe(
    'Not used: Tariff, Betrag, VIP?, Gültig ab, 关税. A mapping can name a field for each, also one of your own (field:<name>).',
  );
  const own = preview.suggestedFields.map(({ column, ...field }) => ({ from: column, ...field }));
  const mapping = { ...preview.mapping, columns: [...preview.mapping.columns, ...own] };
  const trial = await space.preview(path, mapping);
  expect(trial.trial[0]?.stored).toMatchObject({ field_tariff: 'Gold', field_betrag: 1234.5, field_vip: true });
  const done = await space.run(path, { mapping });
  expect(done.notes.join()).not.toContain('Not used');
  const selected = sql`id, field_tariff, field_betrag, field_vip, field_gultig_ab`;
  const expected = [
    { id: 'own:1', field_tariff: 'Gold', field_betrag: 1234.5, field_vip: true, field_gultig_ab: '2026-02-01 00:00:00.000' },
    { id: 'own:2', field_tariff: 'Silver', field_betrag: null, field_vip: false, field_gultig_ab: null },
    { id: 'own:3', field_tariff: '', field_betrag: 7, field_vip: null, field_gultig_ab: '2026-03-01 00:00:00.000' },
  ];
  for (const name of ['tickets', 'contacts'])
    expect(await space.rows(sql`SELECT ${selected} FROM ${space.table(name)} ORDER BY id`)).toEqual(expected);
  const fields = await readCustomFields(space);
  expect(fields.map(({ label, kind }) => [label, kind])).toContainEqual(['关税', 'label']);
  await createTables(space.store, space.database);
  expect(await readCustomFields(space)).toEqual(fields);
});

test('sent rows set fields, a new one by its first value, and folded tickets keep them', async () => {
  const queue = openIngestQueue(space);
  const touched: string[] = [];
  const deriver = { touch: (ids: readonly string[]) => void touched.push(...ids) };
  const send = (entity: string, ...rows: object[]) =>
    ingestRows(queue, deriver, entity, rows.map((row) => JSON.stringify({ source: 'api', ...row })).join('\n'));
  const answer = await send(
    'ticket_records',
    { id: '1', created_at: '2026-01-01T00:00:00Z', fields: { tariff: 'Gold', 'Größe (cm)': 12.5, fragile: true } },
    { id: '2', created_at: '2026-01-01T00:00:00Z', field_tariff: 'Iron', fields: { fragile: null } },
    { id: '3', created_at: '2026-01-01T00:00:00Z', fields: { fragile: 'perhaps' } },
    { id: '4', created_at: '2026-01-01T00:00:00Z', field_unheard: 1 },
  );
  expect(answer).toMatchObject({
    accepted: 2,
    rejected: [
      { position: 3, column: 'field_fragile' },
      { position: 4, column: 'field_unheard' },
    ],
  });
  await send('ticket_events', { id: 'e', ticket_id: '1', at: '2026-01-01T01:00:00Z', kind: 'update', status: 'open' });
  await space.derive(sql`SELECT arrayJoin(['api:1', 'api:2']) AS ticket_id`);
  expect(
    await space.rows(
      sql`SELECT id, status, field_tariff, field_grosse_cm, field_fragile FROM ${space.table('tickets')} WHERE source = 'api' ORDER BY id`,
    ),
  ).toEqual([
    { id: 'api:1', status: 'open', field_tariff: 'Gold', field_grosse_cm: 12.5, field_fragile: true },
    { id: 'api:2', status: '', field_tariff: 'Iron', field_grosse_cm: null, field_fragile: null },
  ]);
});

test('a field of another kind, a name that is none and the hundred-and-first field are refused in one sentence', async () => {
  const file = space.file(
    'wide.csv',
    `id,created,${Array.from({ length: 200 }, (_, index) => `c${index}`).join(',')}\n1,2026-01-01${',x'.repeat(200)}\n`,
  );
  const mapping = (await space.preview(file)).mapping;
  const withColumns = (columns: typeof mapping.columns) => ({ mapping: { ...mapping, columns: [...mapping.columns, ...columns] } });
  await expect(space.run(file, withColumns([{ from: 'c0', to: 'field:betrag', kind: 'label' }]))).rejects.toThrow(
    'The field betrag holds a number already and cannot hold a label: choose number, or another name.',
  );
  await expect(space.run(file, withColumns([{ from: 'c0', to: 'field:Über' }]))).rejects.toThrow('"Über" is no name of a field');
  const all = Array.from({ length: 101 }, (_, index) => ({ from: `c${index}`, to: `field:c${index}` }));
  await expect(space.run(file, withColumns(all))).rejects.toThrow('at most 100 may be');
  expect(await space.count('ticket_records')).toBe(5);
});

test('the name of a field is the same for the same header, in any script', () => {
  const headers = ['Tariff', 'Größe (cm)', 'Тариф клиента', '关税', '關稅', 'Ça va?', '___', 'a'.repeat(90), '1st', '料金 plan'];
  const names = headers.map(customFieldName);
  expect(names.every(isCustomFieldName)).toBe(true);
  expect(new Set(names).size).toBe(headers.length);
  expect(names.slice(0, 3)).toEqual(['tariff', 'grosse_cm', 'tarif_klienta']);
  expect(headers.map(customFieldName)).toEqual(names);
});
