import { expect, test } from 'vitest';
import { detectLayout } from './detect-layout.ts';
import { recognise } from './recognise.ts';

function recogniseText(text: string, target?: 'tickets') {
  return recognise(detectLayout(text, true), {
    encoding: 'utf-8',
    zone: 'Europe/Berlin',
    target,
    sourceName: 'file',
    importDay: '2027-01-01T00:00:00Z',
    sources: [],
  });
}

/** Headers as help desks write them, each with a row, and the field that each column stands for; '' for none. */
const exports: Readonly<Record<string, readonly (readonly [column: string, value: string, field: string])[]>> = {
  Freshdesk: [
    ['Ticket ID', '1007', 'source_id'],
    ['Status', 'Pending', 'status'],
    ['Source', 'Portal', 'channel'],
    ['Agent', 'Anna Lee', 'assignee_id'],
    ['Group', 'Billing', 'team_id'],
    ['Created time', '2026-09-01 08:00:00', 'created_at'],
    ['Due by Time', '2026-09-03 08:00:00', ''],
    ['Resolved time', '2026-09-02 04:00:00', 'solved_at'],
    ['Closed time', '2026-09-02 14:00:00', 'closed_at'],
    ['Last update time', '2026-09-02 15:00:00', 'updated_at'],
    ['Initial response time', '2026-09-01 10:00:00', 'first_response_at'],
    ['First response time (in hrs)', '02:00:00', 'first_response_ms'],
    ['Resolution time (in hrs)', '20:00:00', 'resolution_ms'],
    ['Agent interactions', '2', 'replies'],
    ['Resolution status', 'Within SLA', 'resolution_sla'],
    ['First response status', 'SLA Violated', 'first_response_sla'],
    ['Survey results', 'Extremely Happy', 'csat_score'],
    ['Full name', 'Jo Poe', 'requester_external_id'],
    ['Email', 'jo@example.com', 'requester_email'],
    ['Work phone', '+44 20 7946 0000', 'requester_phone'],
  ],
  Jira: [
    ['Summary', 'The printer is stuck', 'subject'],
    ['Issue key', 'SUP-7', 'source_id'],
    ['Issue Type', 'Service Request', 'category'],
    ['Status', 'Waiting for support', 'status'],
    ['Created', '01/Sep/26 8:00 AM', 'created_at'],
    ['Resolved', '02/Sep/26 4:00 PM', 'solved_at'],
    ['Custom field (Time to first response)', '2:00', 'first_response_ms'],
  ],
  Zendesk: [
    ['Id', '7', 'source_id'],
    ['Requester email', 'jo@example.com', 'requester_email'],
    ['Via', 'Voice Phone Call', 'channel'],
    ['Created at', '2026-09-01 08:00', 'created_at'],
    ['Resolution time', '20', ''],
    ['Satisfaction Score', 'Good with comment', 'csat_score'],
    ['First reply time in minutes', '125', 'first_response_ms'],
    ['First reply time in minutes within business hours', '65', ''],
    ['First resolution time in minutes', '900', ''],
    ['Full resolution time in minutes', '1200', 'resolution_ms'],
  ],
  Intercom: [
    ['Conversation ID', '215600001', 'source_id'],
    ['Conversation started at (America/New_York)', '2026-09-01 08:00:00', 'created_at'],
    ['Current conversation state', 'snoozed', 'status'],
    ['Teammate assigned', 'Anna', 'assignee_id'],
    ['Time to close (seconds)', '7200', 'resolution_ms'],
    ['Conversation rating', '4', 'csat_score'],
    ['Conversation remark', 'ok', 'csat_comment'],
    ['Last closed at (America/New_York)', '2026-09-01 10:00:00', 'closed_at'],
  ],
  HubSpot: [
    ['Ticket ID', '7', 'source_id'],
    ['Ticket name', 'Broken', 'subject'],
    ['Ticket status', 'Waiting on us', 'status'],
    ['Create date', '09/15/2026 08:00', 'created_at'],
    ['Ticket owner', 'Anna Lee', 'assignee_id'],
    ['Time to close (HH:mm:ss)', '09:00:00', 'resolution_ms'],
    ['Time to first agent email reply (HH:mm:ss)', '01:10:00', 'first_response_ms'],
  ],
  Salesforce: [
    ['CaseNumber', '00000007', 'source_id'],
    ['Origin', 'Web', 'channel'],
    ['CreatedDate', '2026-09-01T08:00:00.000+0000', 'created_at'],
    ['First_Response_Date__c', '2026-09-01T09:00:00.000+0000', 'first_response_at'],
  ],
  OTRS: [
    ['Ticketnummer', '202600000007', 'source_id'],
    ['Status', 'warten zur Erinnerung', 'status'],
    ['Priorität', '4 hoch', 'priority'],
    ['Queue', 'Rechnung', 'team_id'],
    ['Besitzer', 'Müller', 'assignee_id'],
    ['Erstellt', '01.09.2026 08:00:00', 'created_at'],
    ['Kunde (E-Mail)', 'k@example.de', 'requester_email'],
  ],
  GLPI: [
    ['ID', '7', 'source_id'],
    ['Statut', 'En cours (Attribué)', 'status'],
    ['Priorité', 'Très basse', 'priority'],
    ['Date d’ouverture', '01-09-2026 08:00', 'created_at'],
    ['Demandeur - Demandeur', 'Dupont', 'requester_external_id'],
    ['Attribué à - Technicien', 'Martin', 'assignee_id'],
    ['Attribué à - Groupe de techniciens', 'Niveau 1', 'team_id'],
    ['Source de la demande', 'Téléphone', 'channel'],
    ['Satisfaction - Satisfaction', '4', 'csat_score'],
  ],
  Omnidesk: [
    ['Номер обращения', '123-456789', 'source_id'],
    ['Статус', 'Закрытое', 'status'],
    ['Дата создания', '01.09.2026 08:00', 'created_at'],
    ['Email пользователя', 'p@example.ru', 'requester_email'],
    ['Кол-во ответов сотрудников', '2', 'replies'],
  ],
  Udesk: [
    ['工单编号', 'GD000007', 'source_id'],
    ['工单主题', '退款咨询', 'subject'],
    ['工单来源', '在线客服', 'channel'],
    ['优先级', '标准', 'priority'],
    ['创建时间', '2026/09/01 08:00', 'created_at'],
    ['受理客服组', '售后组', 'team_id'],
    ['客户手机', '13800000000', 'requester_phone'],
    ['工单分类', '退款', 'category'],
  ],
  'a sheet in Spanish': [
    ['Nº de caso', 'C-7', 'source_id'],
    ['Estado', 'En espera', 'status'],
    ['Fecha de creación', '01/09/2026 08:00', 'created_at'],
    ['Valoración (1-5)', '4', 'csat_score'],
  ],
};

test.each(Object.entries(exports))('the columns of an export of %s are found by their names', (_, columns) => {
  const { mapping } = recogniseText(
    `${columns.map(([name]) => name).join(';')}\n${columns.map(([, value]) => value).join(';')}\n`,
    'tickets',
  );
  const found = Object.fromEntries(columns.map(([name]) => [name, mapping.columns.find(({ from }) => from === name)?.to ?? '']));
  expect(found).toEqual(Object.fromEntries(columns.map(([name, , field]) => [name, field])));
  for (const { from, to, values } of mapping.columns) {
    const value = columns.find(([name]) => name === from)?.[1] ?? '';
    if (to === 'status' || to === 'priority' || to === 'channel') expect(values, from).toHaveProperty([value]);
  }
});

test('a zone in the names of times is that of the file, unless they name several', () => {
  const row = '1;2026-09-01 08:00;2026-09-01 09:00\n';
  expect(recogniseText(`id;created (America/New_York);closed (America/New_York)\n${row}`).mapping.zone).toBe('America/New_York');
  expect(recogniseText(`id;created (America/New_York);closed (UTC)\n${row}`).mapping.zone).toBe('Europe/Berlin');
  expect(recogniseText(`id;created (Mars/Crater);closed (local)\n${row}`).mapping.zone).toBe('Europe/Berlin');
});

test('without a column called the time of creation, the first of the fullest columns of dates is taken for it, and that is said', () => {
  const { mapping, notes } = recogniseText(
    'id;reminder;logged in;approved\n1;;2026-09-01 08:00;2026-09-02 08:00\n2;2026-09-05 08:00;2026-09-02 08:00;2026-09-03 08:00\n',
    'tickets',
  );
  expect(mapping.columns).toContainEqual({ from: 'logged in', to: 'created_at', format: 'text' });
  expect(notes).toContainEqual(expect.objectContaining({ key: 'created_guessed', values: { column: 'logged in' } }));
  expect(recogniseText('id;created\n1;2026-09-01 08:00\n').notes.map(({ key }) => key)).not.toContain('created_guessed');
});

test('dates that can be read in both orders are read in the one in which they lie close together', () => {
  const days = Array.from({ length: 12 }, (_, index) => index + 1);
  const file = (date: (day: number) => string) =>
    recogniseText(`id;created\n${days.map((day) => `${day};${date(day)}`).join('\n')}\n`).mapping;
  expect(file((day) => `9/${day}/2026`).dateOrder).toBe('mdy');
  expect(file((day) => `${day}/9/2026`).dateOrder).toBe('dmy');
});

test('an empty column of scores tells no scale and is not taken', () => {
  expect(recogniseText('id;created;satisfaction\n1;2026-09-01;\n').mapping.columns.map(({ to }) => to)).not.toContain('csat_score');
});

test('words of satisfaction have as many steps as they name', () => {
  const scores = (...words: string[]) =>
    recogniseText(
      `id;created;csat\n${words.map((word, index) => `${index};2026-09-01;${word}`).join('\n')}\n`,
      'tickets',
    ).mapping.columns.find(({ to }) => to === 'csat_score')?.values;
  expect(scores('Отлично', 'Нормально', 'Плохо')).toEqual({ Отлично: '3', Нормально: '2', Плохо: '1' });
  expect(scores('Very satisfied', 'Satisfied', 'Dissatisfied')).toEqual({ 'Very satisfied': '5', Satisfied: '4', Dissatisfied: '2' });
  expect(scores('Good', 'Bad', 'Offered')).toEqual({ Good: '1', Bad: '0' });
});

const surveys = {
  Qualtrics: `EndDate,Status,RecordedDate,ResponseId,RecipientEmail,Q1_NPS_GROUP,Q1,Q3
End Date,Response Type,Recorded Date,Response ID,Recipient Email,How likely are you to recommend us? - Group,How likely are you to recommend us?,What is the main reason for your score?
"{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""email""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID3""}"
2026-09-01 08:00:00,IP Address,2026-09-01 08:00:00,R_1,a@example.com,Promoter,10,fast
2026-09-02 08:00:00,IP Address,2026-09-02 08:00:00,R_2,b@example.com,Detractor,3,slow
`,
  'Google Forms': `Timestamp,Email Address,How satisfied are you with our support? (1-5),Ticket number,Any comments?
9/15/2026 8:00:00,a@example.com,5,101,ok
9/16/2026 8:00:00,b@example.com,2,102,bad
`,
  Wenjuanxing: `序号,提交答卷时间,所用时间,来自IP,1、您对本次服务的满意度,2、其他建议
1,2026/9/1 8:00:00,35秒,192.0.2.1,5,很好
2,2026/9/2 8:00:00,41秒,192.0.2.2,1,太慢
`,
} as const;

const answers: Readonly<Record<keyof typeof surveys, Readonly<Record<string, string>>>> = {
  Qualtrics: {
    ResponseId: 'source_id',
    RecordedDate: 'answered_at',
    RecipientEmail: 'requester_email',
    'Q1 / How likely are you to recommend us?': 'score',
    'Q3 / What is the main reason for your score?': 'comment',
  },
  'Google Forms': {
    'Ticket number': 'ticket_id',
    Timestamp: 'answered_at',
    'Any comments?': 'comment',
    'Email Address': 'requester_email',
    'How satisfied are you with our support? (1-5)': 'score',
  },
  Wenjuanxing: { 序号: 'source_id', 提交答卷时间: 'answered_at', '2、其他建议': 'comment', '1、您对本次服务的满意度': 'score' },
};

test.each(Object.entries(answers))('an export of %s is read as answers to a survey, by what its questions ask', (name, fields) => {
  const { mapping } = recogniseText(surveys[name as keyof typeof surveys]);
  expect(mapping.target).toBe('survey_responses');
  expect(Object.fromEntries(mapping.columns.map(({ from, to }) => [from, to]))).toEqual(fields);
  expect(mapping.constants.kind).toBe(name === 'Qualtrics' ? 'nps' : 'csat');
});

test('paths within documents are read by what they end in, where that tells of the ticket', () => {
  const paths = {
    id: 'source_id',
    'via.channel': 'channel',
    'fields.created': 'created_at',
    'fields.status.name': 'status',
    'fields.assignee.displayName': 'assignee_id',
    'fields.assignee.emailAddress': '',
    'fields.reporter.emailAddress': 'requester_email',
    'stats.resolved_at': 'solved_at',
    'conversation_rating.rating': 'csat_score',
    'source.type': '',
    'satisfaction_rating.id': '',
  };
  const row = ['7', 'chat', '2026-09-01 08:00', 'open', 'Anna', 'anna@example.com', 'jo@example.com', '2026-09-02 08:00', '4', 'x', '9'];
  const { mapping } = recogniseText(`${Object.keys(paths).join(';')}\n${row.join(';')}\n`, 'tickets');
  const found = Object.fromEntries(Object.keys(paths).map((name) => [name, mapping.columns.find(({ from }) => from === name)?.to ?? '']));
  expect(found).toEqual(paths);
});

test('a name without end is not taken apart', () => {
  const { mapping } = recogniseText(`id;created;${'('.repeat(500_000)}\n1;2026-09-01;x\n`, 'tickets');
  expect(mapping.columns.map(({ to }) => to)).toEqual(['source_id', 'created_at']);
});
