import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());

interface Read {
  readonly created_at: string;
  readonly first_response_ms: number | null;
  readonly csat_score: number | null;
}

const files: readonly (readonly [name: string, text: string, expected: readonly (readonly [string, number | null, number | null])[]])[] = [
  [
    'chinese',
    '工单编号;创建时间;首次响应时长(分钟);满意度\n1;2026年3月2日 10:05;1,234.5;非常满意\n2;2026年12月31日 下午3点05分20秒;3;不满意\n3;2026/3/2 上午12:05;;一般\n4;2026年3月2日;1;无关\n5;2026年3月2日;1;满意\n',
    [
      ['2026-03-02 10:05:00.000', 74_070_000, 5],
      ['2026-12-31 15:05:20.000', 180_000, 2],
      ['2026-03-02 00:05:00.000', null, 3],
      ['2026-03-02 00:00:00.000', 60_000, null],
      ['2026-03-02 00:00:00.000', 60_000, 4],
    ],
  ],
  [
    'russian',
    'Номер обращения;Дата создания;Время первого ответа, мин;Оценка клиента\n1;2 марта 2026 10:05;1 234,5;5\n2;13 мая 2026 г.;3,5;4\n3;1 янв. 2026 г., 23:59:01;1\u00a0000;1\n',
    [
      ['2026-03-02 10:05:00.000', 74_070_000, 5],
      ['2026-05-13 00:00:00.000', 210_000, 4],
      ['2026-01-01 23:59:01.000', 60_000_000, 1],
    ],
  ],
  [
    'german',
    'Ticketnummer;Erstellt am;Erstantwortzeit (Min);Kundenzufriedenheit\n1;02.03.2026 10:05;1.234,5;sehr zufrieden\n2;3.12.26 7:05;3,5;unzufrieden\n3;04.03.2026;7;zufrieden\n',
    [
      ['2026-03-02 10:05:00.000', 74_070_000, 5],
      ['2026-12-03 07:05:00.000', 210_000, 2],
      ['2026-03-04 00:00:00.000', 420_000, 4],
    ],
  ],
  [
    'french',
    'N° de ticket;Créé le;Délai de première réponse (heures);Satisfaction client\n1;2 mars 2026 à 10h05;1\u202f234,5;satisfait\n2;13 août 2026;3,25;pas satisfait\n',
    [
      ['2026-03-02 10:05:00.000', 4_444_200_000, 1],
      ['2026-08-13 00:00:00.000', 11_700_000, 0],
    ],
  ],
  [
    'spanish',
    'Número de ticket;Creado el;Tiempo de respuesta (horas)\n1;lunes, 2 de marzo de 2026 10:05;1.234,5\n2;13 de sept. de 2026;3,25\n',
    [
      ['2026-03-02 10:05:00.000', 4_444_200_000, null],
      ['2026-09-13 00:00:00.000', 11_700_000, null],
    ],
  ],
  [
    'jira',
    'Issue key;Created;Status;Satisfaction\nSUP-1;01/Sep/26 8:05 AM;Done;5\nSUP-2;02/Sep/26 12:30 PM;In Progress;4\nSUP-3;03/Sep/26 12:10 AM;Done;1\nSUP-4;4-Dec-2026 11:59:01 pm;Done;2\n',
    [
      ['2026-09-01 08:05:00.000', null, 5],
      ['2026-09-02 12:30:00.000', null, 4],
      ['2026-09-03 00:10:00.000', null, 1],
      ['2026-12-04 23:59:01.000', null, 2],
    ],
  ],
];

test.each(files)('instants, numbers and words of satisfaction of a %s file are read', async (name, text, expected) => {
  const { rows } = await space.preview(space.file(`${name}.csv`, text));
  const read = (rows as readonly (Partial<Read> & Pick<Read, 'created_at'>)[]).map((row) => [
    row.created_at,
    row.first_response_ms ?? null,
    row.csat_score ?? null,
  ]);
  expect(read).toEqual(expected);
});

test('durations that are written with their units are read, and nothing is guessed of the others', async () => {
  const cells: readonly (readonly [string, number | null])[] = [
    ['1h 20m', 4_800_000],
    ['1 fortnight', null],
    ['soon 2 h', null],
    ['2 Hours 15 Minutes', 8_100_000],
    ['1 day and 2 hours', 93_600_000],
    ['2 heures 15 minutes', 8_100_000],
    ['1 Tag, 3 Stunden', 97_200_000],
    ['3小时20分', 12_000_000],
    ['2 дн. 4 ч', 187_200_000],
    ['1,5 h', 5_400_000],
    ['45s', 45_000],
    ['350 ms', 350],
  ];
  const text = cells.map(([cell], index) => `${index};2026-03-01 10:00;open;"${cell}"\n`).join('');
  const { mapping, rows } = await space.preview(space.file('spelled.csv', `id;created;status;first response time\n${text}`));
  expect(mapping.columns.find(({ to }) => to === 'first_response_ms')?.unit).toBe('words');
  expect(rows.map((row) => (row as Partial<Read>).first_response_ms ?? null)).toEqual(cells.map(([, ms]) => ms).slice(0, rows.length));
});

test('words with a number before them or a remark behind them are read beyond the rows that were looked at', async () => {
  const seen = Array.from({ length: 3_000 }, (_, index) => `${index};2026-03-01 10:00;offen;3 normal\n`).join('');
  const path = space.file(
    'otrs.csv',
    `Ticketnummer;Erstellt;Status;Priorität\n${seen}x1;2026-03-02 10:00;erledigt (automatisch);5 sehr hoch\nx2;2026-03-02 10:00;7 x;9 rosa\n`,
  );
  await space.begin();
  const { unmapped } = await space.run(path);
  const read = sql`SELECT id, status, priority FROM ${space.table('ticket_records')} WHERE id LIKE 'otrs:x%' ORDER BY id`;
  expect(await space.rows(read)).toEqual([
    { id: 'otrs:x1', status: 'solved', priority: 'urgent' },
    { id: 'otrs:x2', status: '', priority: '' },
  ]);
  expect(unmapped).toEqual([
    { field: 'priority', column: 'Priorität', value: '9 rosa', count: 1 },
    { field: 'status', column: 'Status', value: '7 x', count: 1 },
  ]);
});
