import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closedSets } from './closed-sets.ts';
import { detectLayout } from './detect-layout.ts';
import { headerWord } from './field-words.ts';
import { type Recognition, recognise } from './recognise.ts';
import { targets } from './target.ts';
import { languages, wordList } from './words/index.ts';

function recogniseText(text: string): Recognition {
  const options = {
    encoding: 'utf-8',
    zone: 'UTC',
    target: undefined,
    sourceName: 'file',
    importDay: '2027-01-01T00:00:00Z',
    sources: [],
  } as const;
  return recognise(detectLayout(text, true), options);
}

const mapped = ({ mapping }: Recognition, from: string) => mapping.columns.find((column) => column.from === from);

interface Sample {
  readonly language: string;
  readonly header: string;
  readonly rows: readonly string[];
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dateOrder?: 'dmy' | 'mdy';
  readonly decimal?: ',' | '.';
  readonly format?: string;
}

const all = ['source_id', 'created_at', 'status', 'priority', 'channel', 'assignee_id', 'first_response_ms', 'csat_score'];

const samples: readonly Sample[] = [
  {
    language: 'English',
    header: 'Ticket #;Date Created;Status;Priority;Channel;Assigned Agent;First Response (hours);CSAT Rating',
    rows: [
      'T1;2026-03-02 10:00;In Progress;Medium;Live Chat;Ann;1.5;Satisfied',
      'T2;2026-03-02 11:00;Resolved;Urgent;Phone call;Bo;0.25;Very dissatisfied',
    ],
    fields: ['source_id', 'created_at', 'status', 'priority', 'channel', 'assignee_id', 'first_response_ms', 'csat_score'],
    values: { status: { 'In Progress': 'open', Resolved: 'solved' }, csat_score: { Satisfied: '4', 'Very dissatisfied': '1' } },
    decimal: '.',
  },
  {
    language: 'simplified Chinese',
    header: '工单编号;创建时间;工单状态;优先级;来源渠道;客服人员;首次响应时长(分钟);满意度',
    rows: ['1;2026年3月2日 10:05;处理中;普通;在线客服;王;12.5;非常满意', '2;2026年3月2日 下午3点05分;已解决;紧急;微信;李;3;不满意'],
    fields: all,
    values: {
      status: { 处理中: 'open', 已解决: 'solved' },
      channel: { 在线客服: 'chat', 微信: 'messaging' },
      csat_score: { 非常满意: '5', 不满意: '2' },
    },
    format: 'eastern',
  },
  {
    language: 'traditional Chinese',
    header: '工單編號;建立時間;工單狀態;優先順序;聯繫管道;客服專員x;首次回應時長(分鐘);滿意度',
    rows: ['1;2026/3/2 上午10:05;處理中;一般;線上客服;王;12.5;滿意', '2;2026/3/2 下午3:05:20;已結案;非常緊急;簡訊;李;3;不滿意'],
    fields: ['source_id', 'created_at', 'status', 'priority', 'channel', '', 'first_response_ms', 'csat_score'],
    values: {
      status: { 處理中: 'open', 已結案: 'closed' },
      priority: { 一般: 'normal', 非常緊急: 'urgent' },
      csat_score: { 滿意: '1', 不滿意: '0' },
    },
    format: 'eastern',
  },
  {
    language: 'Russian',
    header: 'Номер обращения;Дата создания;Статус;Приоритет;Канал связи;Ответственный;Время первого ответа, мин;Оценка клиента',
    rows: [
      '1;2 марта 2026 10:05;В работе;Средний;Звонок;Иван;1 234,5;Доволен',
      '2;13 мая 2026 г.;Решён;Критический;Мессенджер;Анна;3,5;Недоволен',
    ],
    fields: all,
    values: {
      status: { 'В работе': 'open', Решён: 'solved' },
      channel: { Звонок: 'phone', Мессенджер: 'messaging' },
      csat_score: { Доволен: '1', Недоволен: '0' },
    },
    decimal: ',',
    format: 'named',
  },
  {
    language: 'German',
    header: 'Ticket-Nr.;Erstellt am;Bearbeitungsstatus;Priorität;Kanal;Zugewiesen an;Erstantwortzeit (Min);Kundenzufriedenheit',
    rows: [
      '1;02.03.2026 10:05;In Bearbeitung;Mittel;Anruf;Ann;1.234,5;sehr zufrieden',
      '2;03.03.2026;Gelöst;Dringend;Kontaktformular;Bo;3,5;unzufrieden',
    ],
    fields: all,
    values: {
      status: { 'In Bearbeitung': 'open', Gelöst: 'solved' },
      channel: { Anruf: 'phone', Kontaktformular: 'form' },
      csat_score: { 'sehr zufrieden': '5', unzufrieden: '2' },
    },
    dateOrder: 'dmy',
    decimal: ',',
    format: 'text',
  },
  {
    language: 'Spanish',
    header:
      'Numero de Ticket;Fecha creacion;Estado;Prioridad;Canal de contacto;Asignado a;Tiempo de primera respuesta (horas);Satisfacción',
    rows: [
      '1;2 de marzo de 2026 10:05;En curso;Media;Llamada;Ann;1,5;Satisfecho',
      '2;13 de mayo de 2026;Resuelto;Crítica;Redes sociales;Bo;3,25;Regular',
    ],
    fields: all,
    values: {
      status: { 'En curso': 'open', Resuelto: 'solved' },
      priority: { Media: 'normal', Crítica: 'urgent' },
      csat_score: { Satisfecho: '3', Regular: '2' },
    },
    decimal: ',',
    format: 'named',
  },
  {
    language: 'French',
    header: 'N° de ticket;Date de création;Statut;Priorité;Canal;Attribué à;Délai de première réponse (heures);Satisfaction client',
    rows: [
      '1;02/03/2026 10:05;En cours;Moyenne;Appel;Ann;1,5;Très satisfait',
      '2;13/03/2026;Résolu;Critique;Réseaux sociaux;Bo;3,25;Insatisfait',
    ],
    fields: all,
    values: {
      status: { 'En cours': 'open', Résolu: 'solved' },
      channel: { Appel: 'phone', 'Réseaux sociaux': 'social' },
      csat_score: { 'Très satisfait': '5', Insatisfait: '2' },
    },
    dateOrder: 'dmy',
    decimal: ',',
    format: 'text',
  },
];

test.each(samples.map((sample) => [sample.language, sample] as const))('headers and contents in %s are understood', (_language, sample) => {
  const recognition = recogniseText(`${sample.header}\n${sample.rows.join('\n')}\n`);
  const columns = sample.header.split(';');
  expect(columns.map((column) => mapped(recognition, column)?.to ?? '')).toEqual(sample.fields);
  for (const [field, values] of Object.entries(sample.values)) {
    const column = recognition.mapping.columns.find(({ to }) => to === field);
    expect([field, column?.values]).toEqual([field, values]);
  }
  if (sample.format) expect(recognition.mapping.columns.find(({ to }) => to === 'created_at')?.format).toBe(sample.format);
  if (sample.decimal) expect(recognition.mapping.decimal).toBe(sample.decimal);
  if (sample.dateOrder) expect(recognition.mapping.dateOrder).toBe(sample.dateOrder);
});

test('the words of every language stand for fields and values that exist, and none of them is empty', () => {
  for (const { values, fields } of languages) {
    for (const [set, words] of Object.entries(values))
      expect(
        Object.keys(words).filter((word) => !(closedSets[set as keyof typeof closedSets] as readonly string[]).includes(word)),
      ).toEqual([]);
    for (const list of Object.values(fields)) expect(wordList(list).map(headerWord)).not.toContain('');
  }
});

test('of the words that one language has for one thing every one is found, alone in a header', () => {
  const instants = new Set(targets.tickets.fields.filter(({ kind }) => kind === 'instant').map(({ name }) => name));
  for (const { fields } of languages) {
    for (const word of wordList(fields.status)) {
      const recognition = recogniseText(`id,created,${word}\n1,2026-01-01,open\n2,2026-01-01,open\n`);
      expect([word, mapped(recognition, word)?.to]).toEqual([word, 'status']);
    }
    for (const word of wordList(fields.solved)) {
      const recognition = recogniseText(`ticket_id,created_at,${word}\n1,2026-01-01,2026-01-02\n2,2026-01-01,2026-01-02\n`);
      expect([word, instants.has(mapped(recognition, word)?.to ?? '')]).toEqual([word, true]);
    }
  }
});

test('no header and no content breaks the recognition', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/["\r\n]/g, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const text = rows.map((row) => row.map((value) => `"${value}"`).join(',')).join('\n');
      const { mapping } = recogniseText(`"id","created_at","x"\n${text}\n`);
      expect(new Set(mapping.columns.map(({ from }) => from)).size).toBe(mapping.columns.length);
    }),
    { numRuns: 60 },
  );
});

const repeated = (rows: readonly string[], times: number) => Array.from({ length: times }, () => rows).flat();

test('a column of scores on two scales is noticed, and by which column they are parted', () => {
  const rows = repeated(['2026-01-01,shop,4', '2026-01-01,shop,5', '2026-01-01,app,9', '2026-01-01,app,7'], 20);
  const parted = recogniseText(`answered_at,survey,score\n${rows.join('\n')}\n`);
  expect(parted.notes.map(({ text }) => text)).toContain(
    'score seems to hold answers on two scales: up to 5 where survey is shop, up to 10 where it is app; bring them as two files, each with its scale.',
  );
  const heap = repeated(['5', '5', '4', '4', '3', '10', '9', '8'], 10).map((score, index) => `2026-01-01,c${index},${score}`);
  expect(recogniseText(`answered_at,comment,score\n${heap.join('\n')}\n`).notes.map(({ key }) => key)).toContain('mixed_scales');
});

test('one scale is taken for one, also where answers lean to its ends', () => {
  const oneToTen = [1, 2, 3, 5, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 10];
  const nps = [0, 0, 3, 5, 5, 6, 7, 8, 8, 9, 9, 10, 10, 10, 10, 10];
  const oneToFive = [1, 1, 2, 3, 4, 4, 5, 5, 5, 5];
  for (const scores of [oneToTen, nps, oneToFive]) {
    const rows = repeated(scores.map(String), 8).map((score, index) => `2026-01-01,${index % 3 === 0 ? 'a' : 'b'},${score}`);
    const keys = recogniseText(`answered_at,survey,score\n${rows.join('\n')}\n`).notes.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('mixed'))).toEqual([]);
  }
});
