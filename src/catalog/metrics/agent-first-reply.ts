import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketAssignments } from '../datasets/ticket-lists.ts';

export const agentFirstReply: DistributionMetric = {
  kind: 'distribution',
  name: 'agent_first_reply',
  unit: 'durationMs',
  better: 'down',
  dataset: ticketAssignments,
  time: 'assigned',
  of: () => sql`assignment_first_reply_calendar_ms`,
  where: sql`assignment_agent_id != ''`,
  statistics: ['median', 'p90', 'mean'],
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'chatwoot#13312; Sendbird counts the first reply per assignment',
    'chatwoot#13312；Sendbird 按每次分配统计首次回复',
    'chatwoot#13312；Sendbird 依每次指派統計首次回覆',
    'chatwoot#13312; Sendbird считает первый ответ по каждому назначению',
  ),
  examples: [
    {
      name: 'each agent is measured from the own assignment; an assignment without a reply has no value',
      ask: 'agent_first_reply_mean',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-02T12:00:00Z',
          assignments: [
            { agent_id: 'anna', from: '2026-03-02T09:00:00Z', until: '2026-03-02T10:00:00Z', first_reply_calendar_ms: 300_000 },
            { agent_id: 'ben', from: '2026-03-02T10:00:00Z', until: '2026-03-02T11:00:00Z', first_reply_calendar_ms: 900_000 },
            { agent_id: 'cleo', from: '2026-03-02T11:00:00Z' },
          ],
        },
      ],
      value: 600_000,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'First reply of the agent',
      definition: 'From the assignment to that agent’s first public reply, calendar time; each assignment by its beginning.',
      edgeCases:
        'One value per assignment, so a ticket that changed hands has several. An agent who did not reply has no value. It says how fast people react, not how long the customer waited: that is the first response time.',
    },
    'zh-Hans': {
      label: '客服首次回复时间',
      definition: '从分配给某位客服到该客服第一条公开回复的自然时间；按分配时间逐次统计。',
      edgeCases:
        '每次分配一个数值，转派过的工单有多个。没有回复的客服没有数值。它反映客服反应多快，而不是客户等了多久：那要看首次响应时间。',
    },
    'zh-Hant': {
      label: '客服人員首次回覆時間',
      definition: '從指派給某位客服人員到其第一則公開回覆的日曆時間；依指派時間逐次統計。',
      edgeCases: '每次指派一個數值，轉派過的工單有多個。沒有回覆的人員沒有數值。它反映人員反應多快，而非客戶等了多久：那要看首次回應時間。',
    },
    ru: {
      label: 'Первый ответ оператора',
      definition: 'От назначения до первого публичного ответа этого оператора, календарное время; каждое назначение по его началу.',
      edgeCases:
        'Одно значение на назначение: у переданного обращения их несколько. Кто не ответил, значения не имеет. Это скорость реакции, а не ожидание клиента: его показывает время первого ответа.',
    },
  },
};
