import { expect, test } from 'vitest';
import { detectLayout } from './detect-layout.ts';
import type { TargetName } from './mapping.ts';
import { type Recognition, recognise } from './recognise.ts';
import type { SourceDeclaration } from './source-declaration.ts';

interface Case {
  readonly target?: TargetName;
  readonly sources?: readonly SourceDeclaration[];
  readonly zone?: string;
}

type Told = Omit<Recognition, 'notes'> & { readonly notes: readonly string[] };

function recogniseText(text: string, { target, sources = [], zone = 'Europe/Berlin' }: Case = {}): Told {
  const recognition = recognise(detectLayout(text, true), {
    encoding: 'utf-8',
    zone,
    target,
    sourceName: 'file',
    importDay: '2027-01-01T00:00:00Z',
    sources,
  });
  return { ...recognition, notes: recognition.notes.map((note) => note.text) };
}

function fieldsOf(recognition: Told): Record<string, string> {
  return Object.fromEntries(recognition.mapping.columns.map((column) => [column.from, column.to]));
}

const columnNamed = (recognition: Told, from: string) => recognition.mapping.columns.find((column) => column.from === from);

const headers: readonly (readonly [language: string, text: string, expected: Record<string, string>])[] = [
  [
    'English',
    'Ticket ID,Created Date,Ticket Status,Priority Level,Assigned To,Customer Email,First Response (minutes),Resolution Time Hours\n1,2026-01-01 10:00,Open,x,Ann,a@b.c,5,7.5\n',
    {
      'Ticket ID': 'source_id',
      'Created Date': 'created_at',
      'Ticket Status': 'status',
      'Assigned To': 'assignee_id',
      'Customer Email': 'requester_email',
      'First Response (minutes)': 'first_response_ms',
      'Resolution Time Hours': 'resolution_ms',
    },
  ],
  [
    'camel case',
    'ticketId,createdAt,updatedAt,status\n1,2026-01-01,2026-01-02,open\n',
    { ticketId: 'source_id', createdAt: 'created_at', updatedAt: 'updated_at', status: 'status' },
  ],
  [
    'Chinese',
    '工单号,创建时间,状态,优先级,渠道,客服\n1,2026-01-01,已解决,高,电话,王\n',
    { 工单号: 'source_id', 创建时间: 'created_at', 状态: 'status', 优先级: 'priority', 渠道: 'channel', 客服: 'assignee_id' },
  ],
  [
    'Russian',
    'Номер обращения;Дата создания;Статус;Приоритет;Исполнитель\n1;31.12.2025;Решён;Высокий;Иван\n',
    { 'Номер обращения': 'source_id', 'Дата создания': 'created_at', Статус: 'status', Приоритет: 'priority', Исполнитель: 'assignee_id' },
  ],
  [
    'German',
    'Ticketnummer;Erstellt am;Status;Priorität;Bearbeiter\n1;31.12.2025;gelöst;hoch;Ann\n',
    { Ticketnummer: 'source_id', 'Erstellt am': 'created_at', Status: 'status', Priorität: 'priority', Bearbeiter: 'assignee_id' },
  ],
  [
    'Spanish',
    'Número de ticket;Fecha de creación;Estado;Prioridad\n1;31/12/2025;resuelto;alta\n',
    { 'Número de ticket': 'source_id', 'Fecha de creación': 'created_at', Estado: 'status', Prioridad: 'priority' },
  ],
  [
    'French',
    'Numéro de ticket;Créé le;Statut;Priorité\n1;31/12/2025;résolu;haute\n',
    { 'Numéro de ticket': 'source_id', 'Créé le': 'created_at', Statut: 'status', Priorité: 'priority' },
  ],
];

test.each(headers)('columns named in %s are recognised', (_language, text, expected) => {
  const recognition = recogniseText(text);
  expect(recognition.mapping.target).toBe('tickets');
  expect(fieldsOf(recognition)).toEqual(expected);
});

test('words of other languages are mapped to ours', () => {
  const recognition = recogniseText('工单号,创建时间,状态,优先级,渠道\n1,2026-01-01,已解决,高,电话\n2,2026-01-01,挂起,紧急,微信\n');
  expect(columnNamed(recognition, '状态')?.values).toEqual({ 已解决: 'solved', 挂起: 'hold' });
  expect(columnNamed(recognition, '优先级')?.values).toEqual({ 高: 'high', 紧急: 'urgent' });
  expect(columnNamed(recognition, '渠道')?.values).toEqual({ 电话: 'phone', 微信: 'messaging' });
});

test('durations take their unit from the name, or are clocks, or are said to be minutes', () => {
  const recognition = recogniseText('id,created,first_response_seconds,resolution_time\n1,2026-01-01,30,1:20:00\n');
  expect(columnNamed(recognition, 'first_response_seconds')?.unit).toBe('s');
  expect(columnNamed(recognition, 'resolution_time')?.unit).toBe('clock');
  const unsaid = recogniseText('id,created,resolution_time\n1,2026-01-01,30\n');
  expect(columnNamed(unsaid, 'resolution_time')?.unit).toBe('min');
  expect(unsaid.notes).toContain('resolution_time names no unit and is read as minutes.');
});

test('a column that is called a duration and holds times is a time', () => {
  const recognition = recogniseText('id,created,First Response Time,Time to Resolution\n1,2026-01-01,2026-01-01 10:00,2026-01-02 10:00\n');
  expect(fieldsOf(recognition)).toMatchObject({ 'First Response Time': 'first_response_at', 'Time to Resolution': 'solved_at' });
});

test('one date with a day above twelve decides the order of all', () => {
  const order = (...dates: string[]) => recogniseText(`id,created\n${dates.map((date, index) => `${index},${date}`).join('\n')}\n`);
  expect(order('3/4/2026', '13/4/2026').mapping.dateOrder).toBe('dmy');
  expect(order('3/4/2026', '4/13/2026').mapping.dateOrder).toBe('mdy');
  expect(order('3/4/2026 1:00 PM').mapping.dateOrder).toBe('mdy');
  const open = order('3/4/2026');
  expect(open.mapping.dateOrder).toBe('dmy');
  expect(open.notes).toContain('5/3/2016 is read as 5 March; no date in the sample decides it.');
});

test('the zone is asked for only where times name none', () => {
  expect(recogniseText('id,created\n1,2026-01-01 10:00\n').notes).toContain('Times that name no zone are read in Europe/Berlin.');
  expect(recogniseText('id,created\n1,2026-01-01T10:00:00Z\n').notes.join()).not.toContain('zone');
});

test('numbers with a decimal comma are recognised', () => {
  expect(recogniseText('id;created;resolution_hours\n1;2026-01-01;7,25\n2;2026-01-01;1,5\n').mapping.decimal).toBe(',');
  expect(recogniseText('id;created;resolution_hours\n1;2026-01-01;7.25\n').mapping.decimal).toBe('.');
});

const instantColumns: readonly (readonly [format: string, value: string])[] = [
  ['unix_s', '1509487847'],
  ['unix_ms', '1509487847123'],
  ['unix_us', '1509487847123456'],
  ['excel', '45231.5'],
  ['text', 'Tue Oct 31 22:10:47 +0000 2017'],
  ['text', '2026-01-01T10:00:00+02:00'],
];

test.each(instantColumns)('instants written as %s are recognised: %s', (format, value) => {
  expect(columnNamed(recogniseText(`id,created_at,status\n1,${value},open\n`), 'created_at')?.format).toBe(format);
});

test('a few instants that are written in another unit do not make a column of instants another one', () => {
  const found = recogniseText('id,created_at,status\n1,1772359200,open\n2,1772362800000,open\n');
  expect(columnNamed(found, 'created_at')?.format).toBe('unix_s');
});

const shapes: readonly (readonly [target: TargetName, text: string])[] = [
  ['tickets', 'id,created,status\n1,2026-01-01,open\n2,2026-01-01,open\n'],
  [
    'ticket_snapshots',
    'id,created,updated,status\n1,2026-01-01,2026-01-01,new\n1,2026-01-01,2026-01-02,open\n1,2026-01-01,2026-01-03,solved\n',
  ],
  ['ticket_events', 'ticket_id,event,timestamp,actor\n1,created,2026-01-01,a\n1,solved,2026-01-02,b\n'],
  ['messages', 'id,conversation_id,author_type,body,created_at\n1,9,user,hello,2026-01-01\n'],
  ['messages', 'tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n1,a,True,2026-01-01,hi,\n'],
  ['survey_responses', 'response_id,submitted_at,score,comment\n1,2026-01-01,5,fine\n'],
  ['customers', 'customer_id,name,email,country\n1,Ann,a@b.c,DE\n'],
  ['agents', 'agent_id,name,email,role\n1,Ann,a@b.c,senior\n'],
];

test.each(shapes)('%s are told by their columns', (target, text) => {
  expect(recogniseText(text).mapping.target).toBe(target);
});

test('what the person says the rows are wins, and tickets may be states of tickets', () => {
  const states = 'id,created,updated,status\n1,2026-01-01,2026-01-01,new\n1,2026-01-01,2026-01-02,open\n';
  expect(recogniseText(states, { target: 'tickets' }).mapping.target).toBe('ticket_snapshots');
  expect(recogniseText(states, { target: 'messages' }).mapping.target).toBe('messages');
});

test('of two columns with one name the second is named apart', () => {
  const recognition = recogniseText('id,created,category,category\n1,2026-01-01,a,b\n');
  expect(fieldsOf(recognition)).toEqual({ id: 'source_id', created: 'created_at', category: 'category' });
  expect(detectLayout('id,category,category\n1,a,b\n', true).columns).toEqual(['id', 'category', 'category (2)']);
});

const scales: readonly (readonly [name: string, values: readonly string[], min: number, max: number])[] = [
  ['csat', ['1', '5', '3.0'], 1, 5],
  ['csat', ['7', '2'], 1, 7],
  ['csat', ['10', '0'], 0, 10],
  ['satisfaction_score', ['95', '40'], 0, 100],
  ['csat', ['0', '1'], 0, 1],
];

test.each(scales)('the scale of %s with %j runs from %i to %i', (name, values, min, max) => {
  const rows = values.map((value, index) => `${index},2026-01-01,open,${value}`).join('\n');
  expect(columnNamed(recogniseText(`id,created,status,${name}\n${rows}\n`), name)?.scale).toEqual({ min, max, step: 1, direction: 'up' });
});

test('a system that is known by its columns is taken by its declaration', () => {
  const sources: SourceDeclaration[] = [
    {
      name: 'acme',
      doc: 'Acme desk',
      signature: ['no', 'st'],
      target: 'tickets',
      columns: [
        { from: 'no', to: 'source_id' },
        { from: 'gone', to: 'subject' },
        { from: 'when', to: 'created_at' },
      ],
    },
  ];
  const recognition = recogniseText('no,st,when\n1,x,2026-01-01\n', { sources });
  expect(recognition.mapping.source).toBe('acme');
  expect(fieldsOf(recognition)).toEqual({ no: 'source_id', when: 'created_at' });
  expect(recognition.notes[0]).toBe('Recognised as Acme desk.');
});

test('rows of JSON have their nested fields as columns', () => {
  const layout = detectLayout(
    '{"id":1,"via":{"channel":"email"},"tags":["a","b"],"created_at":"2026-01-01"}\n{"id":2,"status":"open"}\n',
    true,
  );
  expect(layout).toMatchObject({ format: 'ndjson', columns: ['id', 'via.channel', 'tags', 'created_at', 'status'] });
  expect(layout.rows[0]).toEqual(['1', 'email', 'a,b', '2026-01-01', '']);
});

const layouts: readonly (readonly [what: string, text: string, separator: string, columns: readonly string[]])[] = [
  ['commas', 'a,b\n1,2\n', ',', ['a', 'b']],
  ['semicolons beside decimal commas', 'a;b\n1,5;2,5\n1,7;2,6\n', ';', ['a', 'b']],
  ['tabs', 'a\tb\n1, 2\t3\n', '\t', ['a', 'b']],
  ['bars', 'a|b\n1|2\n', '|', ['a', 'b']],
  ['one column', 'a\n1\n2\n', ',', ['a']],
  ['quoted separators', 'a,b\n"x;y;z",2\n"x;y;z",3\n', ',', ['a', 'b']],
];

test.each(layouts)('%s are found to part the cells', (_what, text, separator, columns) => {
  expect(detectLayout(text, true)).toMatchObject({ separator, columns });
});

test('a first row of values is no header', () => {
  const layout = detectLayout('1,2026-01-01,open\n2,2026-01-02,open\n', true);
  expect(layout).toMatchObject({ header: false, columns: ['column 1', 'column 2', 'column 3'] });
  expect(layout.rows).toHaveLength(2);
});

test('the last row of a text that is cut off is left out', () => {
  expect(detectLayout('a,b\n1,2\n3,', false).rows).toEqual([['1', '2']]);
  expect(detectLayout('a,b\n1,2\n3,4', true).rows).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('among ten thousand columns the known ones are found at once', () => {
  const header = ['id', 'created', ...Array.from({ length: 10_000 }, (_, index) => `extra ${index}`)];
  const recognition = recogniseText(`${header.join(',')}\n${header.map((_, index) => (index === 1 ? '2026-01-01' : index)).join(',')}\n`);
  expect(fieldsOf(recognition)).toEqual({ id: 'source_id', created: 'created_at' });
});
