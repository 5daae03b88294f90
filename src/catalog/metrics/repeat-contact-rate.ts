import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric, Choice } from '../../core/model/metric.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { contacts } from '../datasets/contacts.ts';
import { shareInterval } from './share-interval.ts';

const contact = { customer_key: '7', home_customer_key: '7', counted: true, category: 'shipping' };

function next({ options }: Choice): Sql {
  return options.matter === 'any' ? sql`customer_next_at` : sql`next_at`;
}

export const repeatContactRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'repeat_contact_rate',
  unit: 'percent',
  better: 'down',
  dataset: contacts,
  time: 'created',
  options: { matter: ['category', 'any'] },
  parameters: { window: { unit: 'days', default: 7, min: 1, max: 30 } },
  pending: ({ bound, now }) => sql`toUnixTimestamp64Milli(created_at) + ${bound('window')} > ${now}`,
  inputs: {
    repeated: (choice) =>
      sql`countIf(${next(choice)} IS NOT NULL AND toUnixTimestamp64Milli(${next(choice)}) - toUnixTimestamp64Milli(created_at) <= ${choice.bound('window')})`,
    contacts: sql`count()`,
  },
  value: parseFormula('100 * repeated / contacts'),
  n: 'contacts',
  variants: {
    article: {
      each: { name: 'customer_key', by: sql`customer_key`, inputs: { own_contacts: sql`count()` } },
      inputs: { repeated: sql`countIf(own_contacts >= 2)`, contacts: sql`count()` },
    },
  },
  interval: shareInterval('repeated', 'contacts'),
  counterweight: 'csat',
  smallN: 30,
  reference: texts(
    'callcentrehelper 116577; sparrowdesk; article 001 for the variant: the same customer several times in the period',
    'callcentrehelper 116577；sparrowdesk；“文章”口径出自文章 001：同一客户在期内多次联系',
    'callcentrehelper 116577；sparrowdesk；「文章」口徑出自文章 001：同一客戶在期內多次聯繫',
    'callcentrehelper 116577; sparrowdesk; вариант «статья» — по статье 001: тот же клиент несколько раз за период',
  ),
  examples: [
    {
      name: 'followed within the window by the same customer on the same category; the youngest are pending',
      rows: [
        { ...contact, id: 'a', created_at: '2026-03-02T09:00:00Z' },
        { ...contact, id: 'b', created_at: '2026-03-05T09:00:00Z' },
        { ...contact, id: 'c', created_at: '2026-03-06T09:00:00Z', category: 'returns' },
        { ...contact, id: 'd', created_at: '2026-03-30T09:00:00Z' },
      ],
      value: 100 / 3,
      n: 3,
    },
    {
      name: 'on any matter the second contact is followed too',
      ask: 'repeat_contact_rate(matter=any)',
      rows: [
        { ...contact, id: 'a', created_at: '2026-03-02T09:00:00Z' },
        { ...contact, id: 'b', created_at: '2026-03-05T09:00:00Z' },
        { ...contact, id: 'c', created_at: '2026-03-06T09:00:00Z', category: 'returns' },
      ],
      value: 200 / 3,
      n: 3,
    },
    {
      name: 'article 001: of two customers one contacted us more than once',
      ask: 'repeat_contact_rate(variant=article)',
      rows: [
        { ...contact, id: 'a', created_at: '2026-03-02T09:00:00Z' },
        { ...contact, id: 'b', created_at: '2026-03-30T09:00:00Z', category: 'returns' },
        { ...contact, id: 'c', customer_key: '8', home_customer_key: '8', created_at: '2026-03-06T09:00:00Z' },
      ],
      value: 50,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Repeat contact rate',
      definition:
        'Contacts that the same customer follows with another one on the same matter within the window (7 days) ÷ contacts; by creation.',
      edgeCases:
        'Contacts younger than the window are pending and left out. Same matter = same category (option: any). Customers that are not known are left out. Variant "article": customers with two or more contacts in the period ÷ customers with at least one. Not the inverse of FCR: the units differ.',
      inputs: { repeated: 'followed by another contact (or customers with several)', contacts: 'contacts (or customers)' },
    },
    'zh-Hans': {
      label: '重复进线率',
      definition: '同一客户在窗口期（7 天）内就同一事项再次联系的联系次数 ÷ 全部联系次数；按创建时间统计。',
      edgeCases:
        '未满窗口期的联系记为统计未满期，不计入。同一事项 = 同一问题类型（可选任意事项）。无法识别的客户不计入。“文章”口径：期内联系两次及以上的客户 ÷ 至少联系一次的客户。它不是首次解决率的反面：计量单位不同。',
      inputs: { repeated: '之后再次联系的次数（或多次联系的客户）', contacts: '联系次数（或客户数）' },
    },
    'zh-Hant': {
      label: '重複進線率',
      definition: '同一客戶在窗口期（7 天）內就同一事項再次聯繫的聯繫次數 ÷ 全部聯繫次數；依建立時間統計。',
      edgeCases:
        '未滿窗口期的聯繫記為尚未滿期，不計入。同一事項 = 同一問題類別（可選任意事項）。無法識別的客戶不計入。「文章」口徑：期內聯繫兩次以上的客戶 ÷ 至少聯繫一次的客戶。它不是首次解決率的反面：計量單位不同。',
      inputs: { repeated: '之後再次聯繫的次數（或多次聯繫的客戶）', contacts: '聯繫次數（或客戶數）' },
    },
    ru: {
      label: 'Доля повторных обращений',
      definition:
        'Обращения, за которыми в течение окна (7 дней) последовало новое от того же клиента по тому же вопросу ÷ обращения; по времени создания.',
      edgeCases:
        'Обращения моложе окна ждут срока и не учитываются. Тот же вопрос = та же тематика (можно любой). Неизвестные клиенты не учитываются. Вариант «статья»: клиенты с двумя и более обращениями за период ÷ клиенты хотя бы с одним. Это не обратная величина FCR: единицы разные.',
      inputs: { repeated: 'с повторным обращением (или клиенты с несколькими)', contacts: 'обращения (или клиенты)' },
    },
  },
};
