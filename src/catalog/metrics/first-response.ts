import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { UserError } from '../../core/model/user-error.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

function onlyPeople(start = '', actor = ''): UserError {
  return new UserError(
    'bad_choice',
    `the first response from another start is known for replies of people: start=${start} goes with actor=human, not with actor=${actor}`,
  );
}

export const firstResponse: DistributionMetric = {
  kind: 'distribution',
  name: 'first_response',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'created',
  options: {
    clock: ['business', 'calendar'],
    actor: ['human', 'bot', 'any'],
    start: ['first_message', 'creation', 'last_message'],
  },
  of: ({ options }) => {
    if (options.start === 'first_message') return identifier(`first_response_${options.actor}_${options.clock}_ms`);
    if (options.actor !== 'human') throw onlyPeople(options.start, options.actor);
    return identifier(`first_response_from_${options.start}_${options.clock}_ms`);
  },
  where: sql`NOT is_outbound`,
  statistics: ['median', 'p90', 'mean'],
  provenance: sql`response_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  ripensInDays: ({ actor }) => (actor === 'bot' ? 0 : 1),
  reference: texts(
    'support.zendesk.com 4408834848154, 4408821871642; chatwoot#6409 (hand-off), chatwoot#14009 (split shifts)',
    'support.zendesk.com 4408834848154、4408821871642；chatwoot#6409（转人工）、chatwoot#14009（分段班次）',
    'support.zendesk.com 4408834848154、4408821871642；chatwoot#6409（轉真人客服）、chatwoot#14009（分段班別）',
    'support.zendesk.com 4408834848154, 4408821871642; chatwoot#6409 (перевод на оператора), chatwoot#14009 (разрывные смены)',
  ),
  examples: [
    {
      name: 'the median of three, the unanswered left out',
      ask: 'first_response_median',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', first_response_human_business_ms: 60_000 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', first_response_human_business_ms: 120_000 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z', first_response_human_business_ms: 600_000 },
        { id: 'd', created_at: '2026-03-02T09:00:00Z', first_response_human_business_ms: null },
        { id: 'e', created_at: '2026-03-02T09:00:00Z', first_response_human_business_ms: 1, is_outbound: true },
      ],
      value: 120_000,
      n: 3,
    },
    {
      name: 'created by a rule at nine, asked at ten and again at eleven, answered at noon: from the last question an hour',
      ask: 'first_response_median(clock=calendar,start=last_message)',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          first_response_human_calendar_ms: 7_200_000,
          first_response_from_creation_calendar_ms: 10_800_000,
          first_response_from_last_message_calendar_ms: 3_600_000,
        },
      ],
      value: 3_600_000,
      n: 1,
    },
    {
      name: 'a bot answers at 0:01, hands over at 0:05, a person answers at 0:09: any actor 1 min',
      ask: 'first_response_median(clock=calendar,actor=any)',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', first_response_human_calendar_ms: 240_000, first_response_any_calendar_ms: 60_000 },
      ],
      value: 60_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'First response time',
      definition:
        'From the first message of the customer, or the hand-off by a bot, to the first public reply of a person; tickets by creation.',
      edgeCases:
        'Automatic replies do not answer. Tickets that an agent opened are left out. Not answered yet: no value. After a reopening the first cycle counts. Without a schedule the business value is empty. Counted from creation (Zendesk, dbt) or from the last question before the reply, a hand-off by a bot does not move the start.',
    },
    'zh-Hans': {
      label: '首次响应时间',
      definition: '从客户第一条消息（或机器人转人工）到客服第一条公开回复的时间；按工单创建时间统计。',
      edgeCases:
        '自动回复不算响应。客服主动发起的工单不计入。尚未回复的没有数值。重开后仍以第一轮为准。没有工作时间表时，工作时间值为空。从创建（Zendesk、dbt）或从回复前的最后一条提问起算时，机器人转人工不改变起点。',
    },
    'zh-Hant': {
      label: '首次回應時間',
      definition: '從客戶第一則訊息（或機器人轉真人客服）到客服人員第一則公開回覆的時間；依工單建立時間統計。',
      edgeCases:
        '自動回覆不算回應。客服主動發起的工單不計入。尚未回覆的沒有數值。重新開啟後仍以第一輪為準。沒有營業時間表時，營業時間值為空。從建立（Zendesk、dbt）或從回覆前的最後一則提問起算時，機器人轉真人客服不改變起點。',
    },
    ru: {
      label: 'Время первого ответа',
      definition:
        'От первого сообщения клиента (или перевода ботом на оператора) до первого публичного ответа человека; обращения по времени создания.',
      edgeCases:
        'Автоответы не считаются. Обращения, начатые оператором, не учитываются. Пока ответа нет, нет и значения. После переоткрытия берётся первый цикл. Без графика значение в рабочем времени пусто. При отсчёте от создания (Zendesk, dbt) или от последнего вопроса перед ответом перевод ботом начала не сдвигает.',
    },
  },
};
