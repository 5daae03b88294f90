import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { shareInterval } from './share-interval.ts';

export const transferRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'transfer_rate',
  unit: 'percent',
  better: 'down',
  dataset: tickets,
  time: 'created',
  options: { between: ['agents', 'teams'] },
  where: ({ options }) => (options.between === 'teams' ? sql`team_stations > 0` : sql`agent_stations > 0`),
  inputs: {
    transferred: ({ options }) => (options.between === 'teams' ? sql`countIf(team_stations > 1)` : sql`countIf(handoffs > 0)`),
    handled: sql`count()`,
  },
  value: parseFormula('100 * transferred / handled'),
  n: 'handled',
  interval: shareInterval('transferred', 'handled'),
  counterweight: 'full_resolution',
  smallN: 30,
  reference: texts(
    '202123318; Sprout counts a reassignment as completed: it is not',
    '202123318；Sprout 把转派视为已完成，其实并非如此',
    '202123318；Sprout 把轉派視為已完成，其實不然',
    '202123318; Sprout считает переназначение завершением: это не так',
  ),
  examples: [
    {
      name: 'one of two went from one agent to another; one that nobody had is left out',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', agent_stations: 2, handoffs: 1, team_stations: 1 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', agent_stations: 1, team_stations: 1 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 50,
      n: 2,
    },
    {
      name: 'between teams none did',
      ask: 'transfer_rate(between=teams)',
      rows: [{ id: 'a', created_at: '2026-03-02T09:00:00Z', agent_stations: 2, handoffs: 1, team_stations: 1 }],
      value: 0,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Transfer rate',
      definition:
        'Tickets that went from one agent to another ÷ tickets that an agent had; by creation. Option "teams": from one team to another.',
      edgeCases:
        'Back to an agent who had it before is a transfer too. Passing a ticket on does not complete it. From a bot to a person is a hand-off and no transfer.',
      inputs: { transferred: 'transferred tickets', handled: 'tickets that an agent had' },
    },
    'zh-Hans': {
      label: '转派率',
      definition: '从一位客服转给另一位的工单 ÷ 有客服处理过的工单；按创建时间统计。选项“客服组”：从一个组转到另一个组。',
      edgeCases: '转回之前的客服也算转派。转派不等于完成。机器人转给人工属于转人工，不算转派。',
      inputs: { transferred: '转派的工单数', handled: '有客服处理过的工单数' },
    },
    'zh-Hant': {
      label: '轉派率',
      definition: '從一位客服人員轉給另一位的工單 ÷ 有人員處理過的工單；依建立時間統計。選項「團隊」：從一個團隊轉到另一個。',
      edgeCases: '轉回之前的人員也算轉派。轉派不等於完成。機器人轉給真人屬於轉真人客服，不算轉派。',
      inputs: { transferred: '轉派的工單數', handled: '有人員處理過的工單數' },
    },
    ru: {
      label: 'Доля переданных',
      definition:
        'Обращения, перешедшие от одного оператора к другому ÷ обращения, у которых был оператор; по времени создания. Вариант «группы»: из одной группы в другую.',
      edgeCases:
        'Возврат прежнему оператору — тоже передача. Передать не значит завершить. От бота к человеку — перевод на оператора, а не передача.',
      inputs: { transferred: 'переданные обращения', handled: 'обращения с оператором' },
    },
  },
};
