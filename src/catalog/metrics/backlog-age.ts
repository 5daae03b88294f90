import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { unsolvedTickets } from '../datasets/tickets.ts';

export const backlogAge: DistributionMetric = {
  kind: 'distribution',
  name: 'backlog_age',
  topic: 'speed',
  unit: 'durationMs',
  better: 'down',
  dataset: unsolvedTickets,
  time: 'unsolved',
  of: ({ at }) => sql`${at} - toUnixTimestamp64Milli(created_at)`,
  statistics: ['median', 'p90', 'mean'],
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'Zendesk backlog dataset: age of what is not solved, at the end of each period',
    'Zendesk 积压工单数据集：各期末未解决工单的已开时长',
    'Zendesk 未結工單資料集：各期末未結工單的已開啟時間',
    'набор данных Zendesk по бэклогу: возраст нерешённого на конец каждого периода',
  ),
  examples: [
    {
      name: 'ages at the end of the period: 29 and 1 days, the solved one left out',
      ask: 'backlog_age_mean',
      rows: [
        { id: 'a', created_at: '2026-03-03T00:00:00Z', unsolved_spans: [{ from: '2026-03-03T00:00:00Z', until: null }] },
        { id: 'b', created_at: '2026-03-31T00:00:00Z', unsolved_spans: [{ from: '2026-03-31T00:00:00Z', until: null }] },
        { id: 'c', created_at: '2026-03-02T00:00:00Z', unsolved_spans: [{ from: '2026-03-02T00:00:00Z', until: '2026-03-04T00:00:00Z' }] },
      ],
      value: 15 * 86_400_000,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Age of the backlog',
      definition: 'From creation to the end of the period, over the tickets that are not solved then.',
      edgeCases:
        'A reopened ticket is as old as its creation. In a running period the age is counted to now. Group by "age" to see the backlog in bands.',
    },
    'zh-Hans': {
      label: '积压工单时长',
      definition: '期末仍未解决的工单，从创建到期末的时间。',
      edgeCases: '重开的工单从最初创建时算起。进行中的周期算到当前时刻。按“工单已开时长”分组可查看各已开时长段的积压。',
    },
    'zh-Hant': {
      label: '未結工單時間',
      definition: '期末仍未解決的工單，從建立到期末的時間。',
      edgeCases: '重新開啟的工單從最初建立時算起。進行中的期間算到目前時刻。依「工單已開啟時間」分組可查看各已開啟時間段的未結工單。',
    },
    ru: {
      label: 'Возраст бэклога',
      definition: 'От создания до конца периода — по обращениям, которые к этому моменту не решены.',
      edgeCases:
        'Возраст переоткрытого обращения считается от создания. В незавершённом периоде — до текущего момента. Чтобы увидеть бэклог по возрасту, сгруппируйте по «возрасту обращения».',
    },
  },
};
