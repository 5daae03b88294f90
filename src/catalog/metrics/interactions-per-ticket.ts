import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { meanInterval } from '../../core/stats/mean-interval.ts';
import { matters } from '../datasets/matters.ts';
import { tickets } from '../datasets/tickets.ts';
import { matterPending } from './matter-pending.ts';

const solved = { created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T10:00:00Z' };
const messages = sql`toFloat64(customer_messages + courtesy_messages + agent_replies)`;

export const interactionsPerTicket: AggregateMetric = {
  kind: 'aggregate',
  name: 'interactions_per_ticket',
  unit: 'ratio',
  better: 'down',
  dataset: tickets,
  time: 'solved',
  where: sql`customer_messages + courtesy_messages + agent_replies > 0`,
  inputs: { interactions: sql`sum(${messages})`, squares: sql`sum(${messages} * ${messages})`, solved: sql`count()` },
  value: parseFormula('interactions / solved'),
  n: 'solved',
  interval: ({ solved: n = 0, interactions = 0, squares = 0 }) => meanInterval(n, interactions, squares),
  variants: {
    article: {
      dataset: matters,
      time: 'started',
      where: sql`true`,
      pending: matterPending,
      inputs: {
        interactions: sql`sum(toFloat64(contacts))`,
        squares: sql`sum(toFloat64(contacts) * contacts)`,
        solved: sql`count()`,
      },
    },
  },
  counterweight: 'csat',
  smallN: 30,
  reference: texts(
    'article 002 for the variant: how often the customer turns to us on one problem; fivetran/dbt_zendesk#35 (internal notes out)',
    '“文章”口径出自文章 002：客户就同一问题联系的次数；fivetran/dbt_zendesk#35（内部备注不计）',
    '「文章」口徑出自文章 002：客戶就同一問題聯繫的次數；fivetran/dbt_zendesk#35（內部備註不計）',
    'вариант «статья» — по статье 002: сколько раз клиент обращается по одной проблеме; fivetran/dbt_zendesk#35 (без внутренних заметок)',
  ),
  examples: [
    {
      name: 'public messages both ways; internal notes and bots are none',
      rows: [
        { ...solved, id: 'a', customer_messages: 2, courtesy_messages: 1, agent_replies: 2, internal_notes: 5, bot_replies: 1 },
        { ...solved, id: 'b', customer_messages: 1, agent_replies: 0 },
        { ...solved, id: 'c' },
      ],
      value: 3,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Interactions per ticket',
      definition: 'Public messages of customers and agents on solved tickets ÷ these tickets; by the time of the last solve.',
      edgeCases:
        'Internal notes, system messages and bots are left out, a "thanks" counts. Tickets whose messages are not known are left out. Variant "article": contacts of a customer on one matter ÷ matters; a matter is one category with at most 7 days between contacts, and young ones are pending.',
      inputs: { interactions: 'messages (or contacts)', solved: 'solved tickets (or matters)', squares: 'sum of their squares' },
    },
    'zh-Hans': {
      label: '单均互动次数',
      definition: '已解决工单上客户与客服的公开消息数 ÷ 这些工单数；按最后一次解决的时间统计。',
      edgeCases:
        '内部备注、系统消息和机器人消息不计，客户的致谢计入。没有消息记录的工单不计入。“文章”口径：同一客户就同一事项的联系次数 ÷ 事项数；同一问题类型且相邻两次联系不超过 7 天为一个事项，未满期的暂不计入。',
      inputs: { interactions: '消息数（或联系次数）', solved: '已解决工单数（或事项数）', squares: '平方和' },
    },
    'zh-Hant': {
      label: '每張工單互動次數',
      definition: '已解決工單上客戶與客服人員的公開訊息數 ÷ 這些工單數；依最後一次解決的時間統計。',
      edgeCases:
        '內部備註、系統訊息與機器人訊息不計，客戶的致謝計入。沒有訊息紀錄的工單不計入。「文章」口徑：同一客戶就同一事項的聯繫次數 ÷ 事項數；同一問題類別且相鄰兩次聯繫不超過 7 天為一個事項，未滿期的暫不計入。',
      inputs: { interactions: '訊息數（或聯繫次數）', solved: '已解決工單數（或事項數）', squares: '平方和' },
    },
    ru: {
      label: 'Сообщений на обращение',
      definition: 'Публичные сообщения клиентов и операторов в решённых обращениях ÷ эти обращения; по времени последнего решения.',
      edgeCases:
        'Внутренние заметки, системные сообщения и боты не учитываются, «спасибо» учитывается. Обращения без известных сообщений не учитываются. Вариант «статья»: обращения клиента по одному вопросу ÷ вопросы; вопрос — одна тематика с перерывами не больше 7 дней, незавершённые ждут срока.',
      inputs: { interactions: 'сообщения (или обращения)', solved: 'решённые обращения (или вопросы)', squares: 'сумма квадратов' },
    },
  },
};
