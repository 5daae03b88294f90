import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';

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
