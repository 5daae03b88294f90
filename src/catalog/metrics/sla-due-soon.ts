import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { ticketSlas } from '../datasets/tickets.ts';

export const slaDueSoon: AggregateMetric = {
  kind: 'aggregate',
  name: 'sla_due_soon',
  unit: 'count',
  better: 'down',
  dataset: ticketSlas,
  time: 'activated',
  options: { target: ['any', 'first_response', 'next_response', 'resolution', 'requester_wait', 'agent_work'] },
  parameters: { within: { unit: 'hours', default: 4, min: 1, max: 168 } },
  where: ({ options, now, bound }) => {
    const due = sql`toUnixTimestamp64Milli(sla_due_at)`;
    const soon = sql`sla_outcome = 'active' AND ${due} >= ${now} AND ${due} < ${now} + ${bound('within')}`;
    return options.target === 'any' ? soon : sql`${soon} AND sla_metric = ${bind('String', options.target ?? '')}`;
  },
  inputs: { due: sql`count()` },
  value: parseFormula('due'),
  n: 'due',
  counterweight: 'sla_breaches',
  reference: texts(
    'support.zendesk.com 4408829459866; fivetran/dbt_zendesk DECISIONLOG (targets in the future)',
    'support.zendesk.com 4408829459866；fivetran/dbt_zendesk DECISIONLOG（未来到期的目标）',
    'support.zendesk.com 4408829459866；fivetran/dbt_zendesk DECISIONLOG（未來到期的目標）',
    'support.zendesk.com 4408829459866; fivetran/dbt_zendesk DECISIONLOG (цели со сроком в будущем)',
  ),
  examples: [
    {
      name: 'asked at midnight: due at 3 counts, due at 5 not yet, due yesterday is broken and not soon',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-30T09:00:00Z',
          slas: ['2026-04-01T03:00:00Z', '2026-04-01T05:00:00Z', '2026-03-31T09:00:00Z', null].map((due_at) => ({
            metric: 'resolution',
            outcome: 'active',
            activated_at: '2026-03-30T09:00:00Z',
            due_at,
          })),
        },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'SLA due soon',
      definition: 'Targets that run and are due within the next 4 hours, as of now; by the time at which they were activated.',
      edgeCases:
        'A target that is paused has no end in time and is not counted. The period limits when the clock started, not when it ends: ask for all time to see everything.',
      inputs: { due: 'targets due soon' },
    },
    'zh-Hans': {
      label: 'SLA 即将超时',
      definition: '当前仍在计时、并将在 4 小时内到期的目标；按启动时间统计。',
      edgeCases: '已暂停的目标没有到期时间，不计入。所选时段限定的是启动时间而非到期时间：要看全部请选择“全部时间”。',
      inputs: { due: '即将到期的目标数' },
    },
    'zh-Hant': {
      label: 'SLA 即將到期',
      definition: '目前仍在計時、且將於 4 小時內到期的目標；依啟動時間統計。',
      edgeCases: '已暫停的目標沒有到期時間，不計入。所選期間限定的是啟動時間而非到期時間：要看全部請選擇「全部時間」。',
      inputs: { due: '即將到期的目標數' },
    },
    ru: {
      label: 'Срок SLA истекает',
      definition: 'Действующие цели, срок которых истекает в ближайшие 4 часа, на текущий момент; по времени запуска.',
      edgeCases:
        'У приостановленной цели срока нет, она не учитывается. Период ограничивает время запуска, а не срок: чтобы видеть всё, выберите всё время.',
      inputs: { due: 'цели с истекающим сроком' },
    },
  },
};
