import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { shareInterval } from './share-interval.ts';

export const escalationRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'escalation_rate',
  unit: 'percent',
  better: 'down',
  dataset: tickets,
  time: 'created',
  where: sql`NOT is_outbound`,
  inputs: { escalated: sql`countIf(escalations > 0)`, tickets: sql`count()` },
  value: parseFormula('100 * escalated / tickets'),
  n: 'tickets',
  interval: shareInterval('escalated', 'tickets'),
  counterweight: 'fcr',
  smallN: 30,
  reference: texts(
    'no common definition: ours is the raise to urgent by a person, the pass to a higher tier, or the tag "escalated"',
    '没有通行定义：此处指客服把优先级提高到紧急、工单转到更高层级，或带有标签“escalated”',
    '沒有通行定義：此處指客服人員把優先順序提高到緊急、工單轉到更高層級，或帶有標籤「escalated」',
    'общепринятого определения нет: у нас это повышение приоритета до срочного человеком, передача на более высокую линию или метка «escalated»',
  ),
  examples: [
    {
      name: 'one of four, however often it was escalated',
      rows: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, created_at: '2026-03-02T09:00:00Z', escalations: index === 0 ? 3 : 0 })),
      value: 25,
      n: 4,
    },
  ],
  text: {
    en: {
      label: 'Escalation rate',
      definition:
        'Tickets of customers that were escalated ÷ all of them; by creation. Escalated: a person raised the priority to urgent, it went from a team to one of a higher tier, or it has the tag "escalated".',
      edgeCases:
        'Urgent from the start, or raised by a rule, is no escalation. Tiers stand on the teams; without them a change of the team is none. Where only the last state is known, only the tag tells.',
      inputs: { escalated: 'escalated tickets', tickets: 'tickets' },
    },
    'zh-Hans': {
      label: '升级率',
      definition:
        '被升级的客户工单 ÷ 全部客户工单；按创建时间统计。升级指：客服把优先级提高到紧急，工单转到更高层级的客服组，或带有标签“escalated”。',
      edgeCases: '一开始就是紧急、或由规则提高的不算升级。层级设在客服组上，没有层级时换组不算。只知道最终状态时只看标签。',
      inputs: { escalated: '被升级的工单数', tickets: '工单数' },
    },
    'zh-Hant': {
      label: '升級處理率',
      definition:
        '被升級的客戶工單 ÷ 全部客戶工單；依建立時間統計。升級指：客服人員把優先順序提高到緊急，工單轉到更高層級的團隊，或帶有標籤「escalated」。',
      edgeCases: '一開始就是緊急、或由規則提高的不算升級。層級設在團隊上，沒有層級時換團隊不算。只知道最終狀態時只看標籤。',
      inputs: { escalated: '被升級的工單數', tickets: '工單數' },
    },
    ru: {
      label: 'Доля эскалаций',
      definition:
        'Эскалированные обращения клиентов ÷ все; по времени создания. Эскалация: человек поднял приоритет до срочного, обращение перешло в группу более высокой линии или получило метку «escalated».',
      edgeCases:
        'Срочное с самого начала или поднятое правилом — не эскалация. Линии заданы у групп; без них смена группы не считается. Если известно только последнее состояние, о ней говорит лишь метка.',
      inputs: { escalated: 'эскалированные обращения', tickets: 'обращения' },
    },
  },
};
