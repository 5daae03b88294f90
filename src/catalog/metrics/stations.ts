import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

function station(options: Readonly<Record<string, string>>): Sql {
  return identifier(options.of === 'teams' ? 'team_stations' : 'agent_stations');
}

export const stations: AggregateMetric = {
  kind: 'aggregate',
  name: 'stations',
  unit: 'ratio',
  better: 'down',
  dataset: tickets,
  time: 'created',
  options: { of: ['agents', 'teams'] },
  where: ({ options }) => sql`${station(options)} > 0`,
  inputs: { stations: ({ options }) => sql`sum(${station(options)})`, tickets: sql`count()` },
  value: parseFormula('stations / tickets'),
  n: 'tickets',
  counterweight: 'full_resolution',
  smallN: 30,
  reference: texts(
    'support.zendesk.com 4408827693594: assignee stations, group stations',
    'support.zendesk.com 4408827693594：经手客服数、经手客服组数',
    'support.zendesk.com 4408827693594：經手客服人員數、經手團隊數',
    'support.zendesk.com 4408827693594: у скольких операторов и у скольких групп побывало',
  ),
  examples: [
    {
      name: 'three agents on one ticket and one on another: two; nobody on a third does not count',
      rows: [3, 1, 0].map((agent_stations, index) => ({ id: `t${index}`, created_at: '2026-03-02T09:00:00Z', agent_stations })),
      value: 2,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Stations',
      definition: 'Different agents that had a ticket, on average; by creation. Option "teams": different teams.',
      edgeCases: 'Coming back to the same agent is no further station. Tickets that nobody had are left out. Bots do not count.',
      inputs: { stations: 'stations', tickets: 'tickets that somebody had' },
    },
    'zh-Hans': {
      label: '经手人数',
      definition: '平均每张工单经手的不同客服人数；按创建时间统计。选项“客服组”：不同客服组数。',
      edgeCases: '转回同一客服不再计。无人处理的工单不计入。机器人不计入。',
      inputs: { stations: '经手人数合计', tickets: '有人处理的工单数' },
    },
    'zh-Hant': {
      label: '經手人數',
      definition: '平均每張工單經手的不同客服人數；依建立時間統計。選項「團隊」：不同團隊數。',
      edgeCases: '轉回同一人員不再計。無人處理的工單不計入。機器人不計入。',
      inputs: { stations: '經手人數合計', tickets: '有人處理的工單數' },
    },
    ru: {
      label: 'Операторов на обращение',
      definition: 'Сколько разных операторов в среднем было у обращения; по времени создания. Вариант «группы»: сколько разных групп.',
      edgeCases: 'Возврат к тому же оператору не считается ещё раз. Обращения без исполнителя и боты не учитываются.',
      inputs: { stations: 'операторы или группы', tickets: 'обращения с исполнителем' },
    },
  },
};
