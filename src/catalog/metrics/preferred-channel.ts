import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { contacts } from '../datasets/contacts.ts';

const contact = { counted: true, created_at: '2026-03-02T09:00:00Z' };

/** Of the channels of a customer the one with most contacts; of equals the one used last. */
const preferred = sql`arraySort((name, count, last_ms) -> (count, last_ms, name), sumMap([toString(channel)], [1]).1, sumMap([toString(channel)], [1]).2, maxMap([toString(channel)], [toUnixTimestamp64Milli(created_at)]).2)[-1]`;

export const preferredChannel: AggregateMetric = {
  kind: 'aggregate',
  name: 'preferred_channel',
  topic: 'volume',
  unit: 'percent',
  better: 'neither',
  dataset: contacts,
  time: 'created',
  where: sql`channel != ''`,
  each: { name: 'customer_key', by: sql`customer_key`, inputs: { own_contacts: sql`count()` }, dimensions: { channel: preferred } },
  inputs: { customers: sql`count()` },
  value: parseFormula('customers'),
  n: 'customers',
  share: 'of total',
  smallN: 30,
  reference: texts(
    'article 004: the channel most used; used is not the same as wished for',
    '文章 004：使用最多的渠道；用得多不等于客户想用',
    '文章 004：使用最多的管道；用得多不等於客戶想用',
    'статья 004: самый используемый канал; используемый — не значит желаемый',
  ),
  examples: [
    {
      name: 'every customer has one preferred channel',
      rows: [
        { ...contact, id: 'a', customer_key: '7', home_customer_key: '7', channel: 'email' },
        { ...contact, id: 'b', customer_key: '7', home_customer_key: '7', channel: 'chat' },
        { ...contact, id: 'c', customer_key: '8', home_customer_key: '8', channel: 'chat' },
        { ...contact, id: 'd', customer_key: '9', home_customer_key: '9', channel: '' },
      ],
      value: 100,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Preferred channel',
      definition: 'Share of customers whose most contacts in the period came by this channel. Group by channel to read it.',
      edgeCases:
        'Of equally used channels the latest counts. Customers and channels that are not known are left out. What people use is not always what they wish for.',
      inputs: { customers: 'customers' },
    },
    'zh-Hans': {
      label: '首选渠道',
      definition: '期内以该渠道联系最多的客户占比。请按渠道分组查看。',
      edgeCases: '次数相同时以最近使用的渠道为准。无法识别的客户和未知渠道不计入。使用最多不等于最想用。',
      inputs: { customers: '客户数' },
    },
    'zh-Hant': {
      label: '首選管道',
      definition: '期內以該管道聯繫最多的客戶占比。請依管道分組查看。',
      edgeCases: '次數相同時以最近使用的管道為準。無法識別的客戶與未知管道不計入。使用最多不等於最想用。',
      inputs: { customers: '客戶數' },
    },
    ru: {
      label: 'Предпочитаемый канал',
      definition: 'Доля клиентов, которые за период чаще всего обращались по этому каналу. Смотрите с группировкой по каналу.',
      edgeCases:
        'При равенстве берётся последний по времени. Неизвестные клиенты и каналы не учитываются. Чем пользуются — не всегда то, чего хотят.',
      inputs: { customers: 'клиенты' },
    },
  },
};
