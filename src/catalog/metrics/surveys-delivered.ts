import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { invitations } from '../datasets/surveys.ts';

export const surveysDelivered: AggregateMetric = {
  kind: 'aggregate',
  name: 'surveys_delivered',
  unit: 'count',
  better: 'neither',
  dataset: invitations,
  time: 'sent',
  options: { reach: ['delivered', 'sent'] },
  where: ({ options }) => (options.reach === 'sent' ? sql`true` : sql`delivered_at IS NOT NULL`),
  inputs: { surveys: sql`count()` },
  value: parseFormula('surveys'),
  n: 'surveys',
  reference: texts(
    'denominator of the response rate: delivered, not sent',
    '问卷回收率的分母：送达数，而非发送数',
    '問卷回覆率的分母：送達數，而非寄送數',
    'знаменатель доли ответивших: доставленные, а не отправленные',
  ),
  examples: [
    {
      name: 'a bounced mail was not delivered',
      rows: [
        { id: 'a', sent_at: '2026-03-02T09:00:00Z', delivered_at: '2026-03-02T09:00:05Z' },
        { id: 'b', sent_at: '2026-03-02T09:00:00Z', bounced: true },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'Surveys delivered',
      definition: 'Surveys that arrived, by the time they were sent.',
      edgeCases: 'Bounced ones are left out (option: all that were sent).',
      inputs: { surveys: 'surveys' },
    },
    'zh-Hans': {
      label: '送达的问卷',
      definition: '按发送时间统计的已送达问卷数。',
      edgeCases: '退信不计入（可选统计全部已发送）。',
      inputs: { surveys: '问卷数' },
    },
    'zh-Hant': {
      label: '送達的問卷',
      definition: '依寄送時間統計的已送達問卷數。',
      edgeCases: '退信不計入（可選擇統計全部已寄送）。',
      inputs: { surveys: '問卷數' },
    },
    ru: {
      label: 'Доставленные опросы',
      definition: 'Дошедшие опросы по времени отправки.',
      edgeCases: 'Недоставленные не учитываются (можно считать все отправленные).',
      inputs: { surveys: 'опросы' },
    },
  },
};
