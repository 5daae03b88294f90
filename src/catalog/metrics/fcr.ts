import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric, Choice } from '../../core/model/metric.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { contacts } from '../datasets/contacts.ts';
import { answers } from '../datasets/surveys.ts';
import { shareInterval } from './share-interval.ts';

const contact = { customer_key: '7', home_customer_key: '7', counted: true, category: 'shipping' };

const said = { kind: 'fcr', scale_min: 0, scale_max: 1, direction: 'up', answered_at: '2026-03-02T09:00:00Z' };

/** The contact before on the same matter, or on any. */
function before({ options }: Choice): Sql {
  return options.matter === 'any' ? sql`customer_previous_at` : sql`previous_at`;
}

function after({ options }: Choice): Sql {
  return options.matter === 'any' ? sql`customer_next_at` : sql`next_at`;
}

export const fcr: AggregateMetric = {
  kind: 'aggregate',
  name: 'fcr',
  unit: 'percent',
  better: 'up',
  dataset: contacts,
  time: 'solved',
  parameters: { window: { unit: 'days', default: 7, min: 1, max: 30 } },
  options: { matter: ['category', 'any'] },
  where: (choice) =>
    sql`last_solved_at IS NOT NULL AND (${before(choice)} IS NULL OR toUnixTimestamp64Milli(created_at) - toUnixTimestamp64Milli(${before(choice)}) > ${choice.bound('window')})`,
  pending: ({ bound, now }) => sql`toUnixTimestamp64Milli(last_solved_at) + ${bound('window')} > ${now}`,
  inputs: {
    resolved: (choice) =>
      sql`countIf(reopens = 0 AND (${after(choice)} IS NULL OR toUnixTimestamp64Milli(${after(choice)}) > toUnixTimestamp64Milli(last_solved_at) + ${choice.bound('window')}))`,
    contacts: sql`count()`,
  },
  value: parseFormula('100 * resolved / contacts'),
  n: 'contacts',
  variants: {
    article: { inputs: { resolved: sql`countIf(agent_stations <= 1)`, contacts: sql`count()` }, where: sql`last_solved_at IS NOT NULL` },
    intercom: {
      inputs: { resolved: sql`countIf(agent_stations <= 1 AND reopens = 0)`, contacts: sql`count()` },
      where: sql`last_solved_at IS NOT NULL`,
    },
    survey: {
      dataset: answers,
      time: 'answered',
      where: sql`kind = 'fcr' AND scale_max > scale_min`,
      inputs: { resolved: sql`countIf(if(direction = 'down', score = scale_min, score = scale_max))`, contacts: sql`count()` },
    },
  },
  interval: shareInterval('resolved', 'contacts'),
  smallN: 30,
  reference: texts(
    'callcentrehelper 208926; Kustomer docs; article 004 for the variant "solved by a single agent"',
    'callcentrehelper 208926；Kustomer 文档；口径“由单一客服解决”出自文章 004',
    'callcentrehelper 208926；Kustomer 文件；口徑「由單一客服人員解決」出自文章 004',
    'callcentrehelper 208926; документация Kustomer; вариант «решено одним оператором» — по статье 004',
  ),
  examples: [
    {
      name: 'solved at the first contact, unless the customer comes back on the same issue within the window; young ones are pending',
      rows: [
        { ...contact, id: 'a', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T10:00:00Z' },
        { ...contact, id: 'b', created_at: '2026-03-05T09:00:00Z', last_solved_at: '2026-03-05T10:00:00Z' },
        {
          ...contact,
          id: 'c',
          customer_key: '8',
          home_customer_key: '8',
          created_at: '2026-03-02T09:00:00Z',
          last_solved_at: '2026-03-02T10:00:00Z',
        },
        {
          ...contact,
          id: 'd',
          customer_key: '9',
          home_customer_key: '9',
          created_at: '2026-03-30T09:00:00Z',
          last_solved_at: '2026-03-30T10:00:00Z',
        },
      ],
      value: 50,
      n: 2,
    },
    {
      name: 'the customer says in a survey whether it was solved',
      ask: 'fcr(variant=survey)',
      rows: [
        { ...said, id: 'a', score: 1 },
        { ...said, id: 'b', score: 0 },
        { ...said, id: 'c', score: 0, direction: 'down' },
        { ...said, id: 'd', kind: 'csat', score: 1 },
      ],
      value: 200 / 3,
      n: 3,
    },
  ],
  text: {
    en: {
      label: 'First contact resolution (FCR)',
      definition:
        'First contacts on an issue that were solved, not reopened, and not followed by another contact of the same customer on the same issue within the window (7 days); by the time of the solve. Same issue = same category (option: any).',
      edgeCases:
        'Solves younger than the window are pending and left out. Customers that are not known are left out. Variants: "article" solved by a single agent ÷ solved; "intercom" closed once by one agent; "survey" the customer says that it was solved.',
      inputs: { resolved: 'resolved at the first contact', contacts: 'first contacts that were solved' },
    },
    'zh-Hans': {
      label: '首次解决率',
      definition:
        '某问题的首次联系中，已解决、未重开，且同一客户在窗口期（7 天）内未就同一问题再次联系的占比；按解决时间统计。同一问题 = 同一问题类型（可选任意问题）。',
      edgeCases:
        '未满窗口期的记为统计未满期，不计入。无法识别的客户不计入。其他口径：“文章”为由单一客服解决 ÷ 已解决；“Intercom”为一次关闭且仅一位客服；“问卷”为客户回答已解决。',
      inputs: { resolved: '首次联系即解决', contacts: '已解决的首次联系' },
    },
    'zh-Hant': {
      label: '首次解決率',
      definition:
        '某問題的首次聯繫中，已解決、未重新開啟，且同一客戶在窗口期（7 天）內未就同一問題再次聯繫的占比；依解決時間統計。同一問題 = 同一問題類別（可選任意問題）。',
      edgeCases:
        '未滿窗口期的記為尚未滿期，不計入。無法識別的客戶不計入。其他口徑：「文章」為由單一客服人員解決 ÷ 已解決；「Intercom」為一次關閉且僅一位客服人員；「問卷」為客戶回覆已解決。',
      inputs: { resolved: '首次聯繫即解決', contacts: '已解決的首次聯繫' },
    },
    ru: {
      label: 'Решение с первого обращения (FCR)',
      definition:
        'Первые обращения по вопросу, которые решены, не переоткрыты и за которыми в течение окна (7 дней) не последовало нового обращения того же клиента по тому же вопросу; по времени решения. Тот же вопрос = та же тематика (можно любой).',
      edgeCases:
        'Решения моложе окна ждут своего срока и не учитываются. Неизвестные клиенты не учитываются. Варианты: «статья» — решено одним оператором ÷ решено; «Intercom» — закрыто один раз одним оператором; «опрос» — клиент ответил, что вопрос решён.',
      inputs: { resolved: 'решено с первого раза', contacts: 'решённые первые обращения' },
    },
  },
};
