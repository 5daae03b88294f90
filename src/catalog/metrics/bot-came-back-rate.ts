import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { contactsAfter } from '../datasets/contacts-after.ts';
import { resolvedByBot, within } from './resolved-by-bot.ts';
import { shareInterval } from './share-interval.ts';

const byBot = {
  counted: true,
  handled_by: 'bot',
  category: 'shipping',
  last_bot_reply_at: '2026-03-02T09:01:00Z',
  last_solved_at: '2026-03-02T09:05:00Z',
};

export const botCameBackRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'bot_came_back_rate',
  topic: 'bots',
  unit: 'percent',
  better: 'down',
  dataset: contactsAfter,
  time: 'solved',
  parameters: { within },
  where: (choice) => sql`handled_by != 'person' AND ${resolvedByBot(choice)}`,
  pending: ({ bound, now }) => sql`toUnixTimestamp64Milli(greatest(last_solved_at, last_bot_reply_at)) + ${bound('within')} > ${now}`,
  inputs: {
    came_back: ({ bound }) =>
      sql`countIf(next_person_at IS NOT NULL AND toUnixTimestamp64Milli(next_person_at) <= toUnixTimestamp64Milli(last_solved_at) + ${bound('within')})`,
    resolved: sql`count()`,
  },
  value: parseFormula('100 * came_back / resolved'),
  n: 'resolved',
  interval: shareInterval('came_back', 'resolved'),
  counterweight: 'bot_resolution_rate',
  smallN: 30,
  reference: texts(
    'article 004; the counterweight of every resolution by a bot: who needed a person after all',
    '文章 004；机器人每次独立解决的对照：哪些客户最终仍需要人工',
    '文章 004；機器人每次自助解決的對照：哪些客戶最後仍需要真人客服',
    'статья 004; противовес каждому решению бота: кому человек всё же понадобился',
  ),
  examples: [
    {
      name: 'one of two came back to a person within 72 hours; coming back to the bot alone does not count',
      rows: [
        { ...byBot, id: 'a', customer_key: '7', home_customer_key: '7', created_at: '2026-03-02T09:00:00Z' },
        {
          id: 'b',
          counted: true,
          customer_key: '7',
          home_customer_key: '7',
          created_at: '2026-03-04T09:00:00Z',
          handled_by: 'person',
          category: 'returns',
        },
        { ...byBot, id: 'c', customer_key: '8', home_customer_key: '8', created_at: '2026-03-02T09:00:00Z' },
        {
          id: 'd',
          counted: true,
          customer_key: '8',
          home_customer_key: '8',
          created_at: '2026-03-03T09:00:00Z',
          handled_by: 'bot',
        },
      ],
      value: 50,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Came back after the bot',
      definition:
        'Contacts resolved by the bot after which the same customer began another contact, whatever the issue, that a person replied to, within 72 hours of the solve ÷ contacts resolved by the bot; by the solve.',
      edgeCases: 'Solves younger than 72 hours are pending and left out. Customers that are not known are left out.',
      inputs: { came_back: 'came back to a person', resolved: 'resolved by the bot' },
    },
    'zh-Hans': {
      label: '机器人解决后再次进线率',
      definition:
        '由机器人独立解决、而同一客户在解决后 72 小时内又发起由客服回复的联系（不限问题）的占比 ÷ 机器人独立解决的联系；按解决时间统计。',
      edgeCases: '解决未满 72 小时的记为统计未满期，不计入。无法识别的客户不计入。',
      inputs: { came_back: '再次联系人工', resolved: '机器人独立解决' },
    },
    'zh-Hant': {
      label: '機器人解決後再次進線率',
      definition:
        '由機器人自助解決、而同一客戶在解決後 72 小時內又發起由客服人員回覆的聯繫（不限問題） ÷ 機器人自助解決的聯繫；依解決時間統計。',
      edgeCases: '解決未滿 72 小時的記為尚未滿期，不計入。無法識別的客戶不計入。',
      inputs: { came_back: '再次聯繫真人', resolved: '機器人自助解決' },
    },
    ru: {
      label: 'Вернулись после бота',
      definition:
        'Обращения, решённые ботом, после которых тот же клиент в течение 72 часов с решения обратился снова по любому вопросу и ему ответил человек ÷ обращения, решённые ботом; по времени решения.',
      edgeCases: 'Решения моложе 72 часов ждут своего срока и не учитываются. Неизвестные клиенты не учитываются.',
      inputs: { came_back: 'вернулись к оператору', resolved: 'решено ботом' },
    },
  },
};
