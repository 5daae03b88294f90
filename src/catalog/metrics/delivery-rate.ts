import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { invitations } from '../datasets/surveys.ts';
import { shareInterval } from './share-interval.ts';

const sent = { sent_at: '2026-03-02T09:00:00Z' };

export const deliveryRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'delivery_rate',
  unit: 'percent',
  better: 'up',
  dataset: invitations,
  time: 'sent',
  inputs: { delivered: sql`countIf(delivered_at IS NOT NULL)`, sent: sql`count()` },
  value: parseFormula('100 * delivered / sent'),
  n: 'sent',
  interval: shareInterval('delivered', 'sent'),
  counterweight: 'response_rate',
  smallN: 30,
  reference: texts(
    'second step of the funnel: a fall at one mail provider looks like silent customers',
    '漏斗第二步：某一家邮件服务商的送达率下降，看上去就像客户不作答',
    '漏斗第二步：某一家郵件服務商的送達率下降，看起來就像客戶不作答',
    'второй шаг воронки: спад у одного почтового провайдера выглядит как молчание клиентов',
  ),
  examples: [
    {
      name: 'three of four arrived',
      rows: [...['a', 'b', 'c'].map((id) => ({ ...sent, id, delivered_at: '2026-03-02T09:01:00Z' })), { ...sent, id: 'd', bounced: true }],
      value: 75,
      n: 4,
    },
    { name: 'nothing sent: no rate', rows: [], value: null, n: 0 },
  ],
  text: {
    en: {
      label: 'Delivery rate of surveys',
      definition: 'Surveys that arrived ÷ surveys sent; by the time of the sending.',
      edgeCases: 'A survey of which nothing is known counts as not delivered. Group by mail provider to find a provider that refuses.',
      inputs: { delivered: 'delivered', sent: 'sent' },
    },
    'zh-Hans': {
      label: '问卷送达率',
      definition: '送达的问卷 ÷ 已发送的问卷；按发送时间统计。',
      edgeCases: '没有任何回执的按未送达计。按邮件服务商分组可发现拒收的服务商。',
      inputs: { delivered: '送达', sent: '已发送' },
    },
    'zh-Hant': {
      label: '問卷送達率',
      definition: '送達的問卷 ÷ 已寄送的問卷；依寄送時間統計。',
      edgeCases: '沒有任何回條的視為未送達。依郵件服務商分組可找出拒收的服務商。',
      inputs: { delivered: '送達', sent: '已寄送' },
    },
    ru: {
      label: 'Доставляемость опросов',
      definition: 'Доставленные опросы ÷ отправленные; по времени отправки.',
      edgeCases:
        'Если о доставке ничего не известно, опрос считается недоставленным. Группировка по почтовому сервису покажет, кто не принимает письма.',
      inputs: { delivered: 'доставлено', sent: 'отправлено' },
    },
  },
};
