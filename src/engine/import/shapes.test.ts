import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ImportWorkspace, openImportWorkspace } from '../../../test/import/open-import-workspace.ts';
import { mappingSchema } from '../../core/import/mapping.ts';
import { sql } from '../../core/sql/sql.ts';

let space: ImportWorkspace;

beforeAll(async () => {
  space = await openImportWorkspace();
});
afterAll(() => space.close());
beforeEach(() => space.begin());
afterEach(() => space.end());

test('states of tickets become a creation, an event for each state, and the last state as the record', async () => {
  const path = space.file(
    'log.csv',
    [
      'ticket_id,created_at,updated_at,mod_count,status,assigned_to,reopen_count',
      '1,2026-01-01 08:00,2026-01-01 08:00,0,New,,0',
      '1,2026-01-01 08:00,2026-01-01 09:00,2,Resolved,ann,0',
      '1,2026-01-01 08:00,2026-01-01 09:00,1,In Progress,ann,0',
      '2,2026-01-02 08:00,2026-01-02 08:30,0,New,bob,0',
      '1,2026-01-01 08:00,2026-01-03 10:00,3,Closed,ann,0',
    ].join('\n'),
  );
  const summary = await space.run(path);
  expect(summary.tables[0]?.mapping.target).toBe('ticket_snapshots');
  expect(summary).toMatchObject({ tickets: 2, rowsAccepted: 5 });
  expect(
    await space.rows(
      sql`SELECT kind, at, sequence, status, assignee_id FROM ${space.table('ticket_events')} WHERE ticket_id = 'log:1' ORDER BY at, sequence`,
    ),
  ).toEqual([
    { kind: 'created', at: '2026-01-01 08:00:00.000', sequence: -1, status: null, assignee_id: null },
    { kind: 'update', at: '2026-01-01 08:00:00.000', sequence: 0, status: 'new', assignee_id: '' },
    { kind: 'update', at: '2026-01-01 09:00:00.000', sequence: 1, status: 'open', assignee_id: 'log:ann' },
    { kind: 'update', at: '2026-01-01 09:00:00.000', sequence: 2, status: 'solved', assignee_id: 'log:ann' },
    { kind: 'update', at: '2026-01-03 10:00:00.000', sequence: 3, status: 'closed', assignee_id: 'log:ann' },
  ]);
  expect(await space.rows(sql`SELECT id, status FROM ${space.table('ticket_records')} ORDER BY id`)).toEqual([
    { id: 'log:1', status: 'closed' },
    { id: 'log:2', status: 'new' },
  ]);
  expect(await space.rows(sql`SELECT id, status, full_resolution_calendar_ms AS ms FROM ${space.table('tickets')} ORDER BY id`)).toEqual([
    { id: 'log:1', status: 'closed', ms: 3_600_000 },
    { id: 'log:2', status: 'new', ms: null },
  ]);
});

test('messages belong to the thread they answer, over chunks and over imports', async () => {
  const header = 'message_id,in_reply_to,sent_at,direction,author,text';
  const line = (id: number, parent: number | string, direction = 'inbound') =>
    `${id},${parent},2026-01-01 00:${String(id % 60).padStart(2, '0')}:00,${direction},a${id},text of ${id}`;
  const chain = Array.from({ length: 500 }, (_, index) => line(index + 2, index + 1, index % 2 === 0 ? 'outbound' : 'inbound'));
  const path = space.file(
    'talk.csv',
    [header, ...chain.toReversed(), line(1, ''), line(900, 899), line(901, 899), line(950, 951), line(951, 950)].join('\n'),
  );
  const summary = await space.run(path, { chunkBytes: 4_000 });
  expect(summary).toMatchObject({ rowsAccepted: 505, rowsRejected: 0 });
  const threads = await space.rows(
    sql`SELECT ticket_id, count() AS messages FROM ${space.table('messages')} GROUP BY ticket_id ORDER BY messages DESC LIMIT 2`,
  );
  expect(threads).toEqual([
    { ticket_id: 'talk:1', messages: 501 },
    { ticket_id: 'talk:899', messages: 2 },
  ]);
  await space.run(space.file('talk_2.csv', `${header}\n${line(1000, 501)}\n`));
  expect(
    await space.rows(sql`SELECT ticket_id, actor_kind, requester_external_id FROM ${space.table('messages')} WHERE id = 'talk:1000'`),
  ).toEqual([{ ticket_id: 'talk:1', actor_kind: 'customer', requester_external_id: 'talk:a1000' }]);
});

test('answers to a survey carry their scale, and a score beside the scale is no score', async () => {
  const summary = await space.run(
    space.file(
      'nps.csv',
      'response_id,answered_at,nps_score,ticket_id,comment\n1,2026-01-01,9,77,great\n2,2026-01-01,0,,\n3,2026-01-01,11,,\n4,2026-01-01,,,\n',
    ),
  );
  expect(summary.tables[0]?.mapping.target).toBe('survey_responses');
  expect(summary.unmapped).toEqual([{ field: 'score', column: 'nps_score', value: '11', count: 1 }]);
  expect(
    await space.rows(sql`SELECT id, kind, score, scale_min, scale_max, ticket_id FROM ${space.table('survey_responses')} ORDER BY id`),
  ).toEqual([
    { id: 'nps:1', kind: 'nps', score: 9, scale_min: 0, scale_max: 10, ticket_id: 'nps:77' },
    { id: 'nps:2', kind: 'nps', score: 0, scale_min: 0, scale_max: 10, ticket_id: '' },
    { id: 'nps:3', kind: 'nps', score: null, scale_min: 0, scale_max: 10, ticket_id: '' },
    { id: 'nps:4', kind: 'nps', score: null, scale_min: 0, scale_max: 10, ticket_id: '' },
  ]);
});

test('scores of several surveys in one column are read on the scale of each, by what another column says', async () => {
  const path = space.file(
    'polls.csv',
    'id,date,score,survey\n1,2026-01-02,5,CSAT\n2,2026-01-03,9,nps\n3,2026-01-04,6,CSAT\n4,2026-01-05,6,Effort\n5,2026-01-06,0,nps\n',
  );
  const summary = await space.run(path);
  expect(summary.notes).toContain('score is read on the scale of its kind of survey: CSAT 1–7, NPS 0–10, CES 1–7.');
  const { mapping } = await space.preview(path);
  const own = { min: 1, max: 5, step: 1, direction: 'down' as const };
  const corrected = mapping.columns.map((column) =>
    column.to === 'score' ? { ...column, scales: { ...column.scales, csat: own } } : column,
  );
  await space.undo(summary.importId);
  await space.run(path, { mapping: mappingSchema.parse({ ...mapping, columns: corrected }) });
  expect(await space.rows(sql`SELECT kind, score, scale_min, scale_max FROM ${space.table('survey_responses')} ORDER BY id`)).toEqual([
    { kind: 'csat', score: 5, scale_min: 1, scale_max: 5 },
    { kind: 'nps', score: 9, scale_min: 0, scale_max: 10 },
    { kind: 'csat', score: null, scale_min: 1, scale_max: 5 },
    { kind: 'ces', score: 6, scale_min: 1, scale_max: 7 },
    { kind: 'nps', score: 0, scale_min: 0, scale_max: 10 },
  ]);
  expect(await space.rows(sql`SELECT DISTINCT kind, direction FROM ${space.table('survey_responses')} ORDER BY kind`)).toEqual([
    { kind: 'ces', direction: 'up' },
    { kind: 'csat', direction: 'down' },
    { kind: 'nps', direction: 'up' },
  ]);
  const untold = { ...mapping, columns: mapping.columns.filter(({ to }) => to !== 'kind') };
  expect((await space.preview(path, untold)).trial.length).toBe(5);
});

test('events are taken as they are, and an empty cell is not touched by them', async () => {
  const path = space.file(
    'events.csv',
    'event_id,ticket_id,event,timestamp,actor_type,status,priority\ne1,5,created,2026-01-01T08:00:00Z,customer,new,High\ne2,5,status changed,2026-01-01T09:00:00Z,agent,solved,\n',
  );
  const summary = await space.run(path);
  expect(summary).toMatchObject({ tickets: 1, rowsAccepted: 2, unmapped: [] });
  expect(summary.tables[0]?.mapping.target).toBe('ticket_events');
  expect(await space.rows(sql`SELECT id, kind, actor_kind, status, priority FROM ${space.table('ticket_events')} ORDER BY at`)).toEqual([
    { id: 'events:e1', kind: 'created', actor_kind: 'customer', status: 'new', priority: 'high' },
    { id: 'events:e2', kind: 'update', actor_kind: 'human', status: 'solved', priority: null },
  ]);
});

test('customers are found again by the traces that their list gives', async () => {
  await space.run(space.file('people.csv', 'customer_id,name,email,phone\n9,Ann,Ann@Example.com,+1 (555) 010-99\n'));
  await space.run(space.file('desk.csv', 'ticket_id,created_at,status,customer_email\n1,2026-01-01,open,ann@example.com\n'));
  expect(await space.rows(sql`SELECT email, phone FROM ${space.table('customers')}`)).toEqual([
    { email: 'ann@example.com', phone: '+155501099' },
  ]);
  const [customer] = await space.rows<{ key: string }>(sql`SELECT toString(customer_key) AS key FROM ${space.table('customers')}`);
  expect(await space.rows(sql`SELECT toString(customer_key) AS key FROM ${space.table('tickets')}`)).toEqual([customer]);
});

test('a list of agents names them, and wins over names taken from tickets', async () => {
  await space.run(space.file('desk.csv', 'ticket_id,created_at,status,assignee\n1,2026-01-01,open,a7\n'), { mapping: deskMapping });
  await space.run(
    space.file('agents.csv', 'agent_id,name,email,role,team,updated_at\na7,Ann Lee,ann@desk.example,senior,t1,2026-01-01\n'),
    { mapping: agentMapping },
  );
  expect(await space.rows(sql`SELECT id, name, kind, active FROM ${space.table('agents')}`)).toEqual([
    { id: 'desk:a7', name: 'Ann Lee', kind: 'human', active: true },
  ]);
});

const deskMapping = mappingSchema.parse({
  version: 1,
  target: 'tickets',
  source: 'desk',
  columns: [
    { from: 'ticket_id', to: 'source_id' },
    { from: 'created_at', to: 'created_at' },
    { from: 'assignee', to: 'assignee_id' },
  ],
});

const agentMapping = mappingSchema.parse({
  version: 1,
  target: 'agents',
  source: 'desk',
  columns: [
    { from: 'agent_id', to: 'source_id' },
    { from: 'name', to: 'name' },
    { from: 'email', to: 'email' },
    { from: 'updated_at', to: 'updated_at' },
  ],
});

test('rows without id and date get an id from their content and the day of the import, and both texts become messages', async () => {
  const path = space.file(
    'texts.csv',
    'subject,body,answer,queue,priority,language,tag_1,tag_2\nHelp,"It broke\nagain",Try this,Billing,high,en,Refund,Late\nHelp,Other,,Sales,low,de,,\n',
  );
  const summary = await space.run(path);
  expect(summary).toMatchObject({ tickets: 2, tables: [{ mapping: { constants: { created_at: '2027-01-01T00:00:00Z' } } }] });
  expect(summary.notes).toContain('The file has no column of dates: every row is given the day of the import (2027-01-01T00:00:00Z).');
  expect(await space.rows(sql`SELECT team_id, tags, created_at FROM ${space.table('ticket_records')} ORDER BY team_id`)).toEqual([
    { team_id: 'texts:Billing', tags: ['Refund', 'Late'], created_at: '2027-01-01 00:00:00.000' },
    { team_id: 'texts:Sales', tags: [], created_at: '2027-01-01 00:00:00.000' },
  ]);
  expect(await space.rows(sql`SELECT actor_kind, text FROM ${space.table('messages')} ORDER BY text`)).toEqual([
    { actor_kind: 'customer', text: 'It broke\nagain' },
    { actor_kind: 'customer', text: 'Other' },
    { actor_kind: 'human', text: 'Try this' },
  ]);
  expect(await space.run(path, { now: Date.parse('2027-02-01T00:00:00Z') })).toMatchObject({ unchanged: true });
});

const instants: readonly (readonly [format: string, written: string, expected: string | null])[] = [
  ['text', '29/2/2016 01:16', '2016-02-29 01:16:00.000'],
  ['text', '2024-10-29T22:00:00+05:30', '2024-10-29 16:30:00.000'],
  ['text', '2024-10-29 22:00:00.123456', '2024-10-29 22:00:00.123'],
  ['text', 'Tue Oct 31 22:10:47 +0000 2017', '2017-10-31 22:10:47.000'],
  ['text', '2024-10-29', '2024-10-29 00:00:00.000'],
  ['text', '5/13/2016 12:00', null],
  ['text', '2024-10-29 25:00:00', null],
  ['text', '0000-00-00 00:00:00', null],
  ['text', '12', null],
  ['text', '2016-02-30', null],
  ['text', '0001-01-01', null],
  ['text', '9999-12-31 23:59:59', null],
  ['text', '2298-12-31 23:59:59', '2298-12-31 23:59:59.000'],
  ['unix_s', '1509487847', '2017-10-31 22:10:47.000'],
  ['unix_ms', '1509487847123', '2017-10-31 22:10:47.123'],
  ['unix_us', '1509487847123456', '2017-10-31 22:10:47.123'],
  ['unix_s', 'soon', null],
  ['excel', '45231.5', '2023-11-01 12:00:00.000'],
  ['excel', '45231,25', '2023-11-01 06:00:00.000'],
];

test('instants are read in every way they are written, and what is none is not guessed', async () => {
  const columns = instants.map(([format], index) => ({ from: `t${index}`, to: index === 0 ? 'solved_at' : 'closed_at', format }));
  const read = await Promise.all(
    instants.map(async ([, written], index) => {
      const column = columns[index];
      const preview = await space.preview(space.file(`instant-${index}.csv`, `id;created;t${index}\n1;2026-01-01;${written}\n`), {
        version: 1,
        target: 'tickets',
        source: 'x',
        separator: ';',
        columns: [
          { from: 'id', to: 'source_id' },
          { from: 'created', to: 'created_at' },
          { from: `t${index}`, to: 'closed_at', format: column?.format as 'text' },
        ],
      });
      return preview.rows[0]?.closed_at;
    }),
  );
  expect(read).toEqual(instants.map(([, , expected]) => expected));
});

const numbers: readonly (readonly [decimal: '.' | ',', unit: 's' | 'min' | 'h' | 'clock', written: string, expected: number | null])[] = [
  ['.', 'min', '261.3160766843023', 15_678_965],
  ['.', 's', '1,234.5', 1_234_500],
  [',', 's', '1.234,5', 1_234_500],
  [',', 's', '1 234,5', 1_234_500],
  [',', 'h', '1,5', 5_400_000],
  ['.', 'clock', '1:02:03', 3_723_000],
  ['.', 'clock', '100:30', 361_800_000],
  ['.', 'clock', '90', null],
  ['.', 'min', 'NaN', null],
  ['.', 'min', 'inf', null],
  ['.', 'min', '1e300', null],
];

test('durations are read with their unit and decimal sign', async () => {
  const read = await Promise.all(
    numbers.map(async ([decimal, unit, written], index) => {
      const preview = await space.preview(space.file(`number-${index}.csv`, `id;created;wait\n1;2026-01-01;${written}\n`), {
        version: 1,
        target: 'tickets',
        source: 'x',
        separator: ';',
        decimal,
        columns: [
          { from: 'id', to: 'source_id' },
          { from: 'created', to: 'created_at' },
          { from: 'wait', to: 'resolution_ms', unit },
        ],
      });
      return preview.rows[0]?.resolution_ms;
    }),
  );
  expect(read).toEqual(numbers.map(([, , , expected]) => expected));
});
