import type { Dashboard, Tile } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

function voiceOf(score: string, short: string, name: string): Dashboard {
  return {
    name,
    title: texts(`Voice of the customer: ${short}`, `客户之声：${short}`, `客戶之聲：${short}`, `Голос клиента: ${short}`),
    tab: { family: 'voice', text: texts(short, short, short, short) },
    tiles: [...tilesOf(score), ...heard],
  };
}

function tilesOf(score: string): readonly Tile[] {
  return [
    { name: score, query: { metrics: [score], grain: 'week' }, chart: 'line', width: 12, marksEvents: true },
    {
      name: 'response-rate',
      title: texts('Response rate of all surveys', '回收率（全部问卷）', '回覆率（全部問卷）', 'Доля ответивших, все опросы'),
      query: { metrics: ['response_rate'], grain: 'week' },
      chart: 'line',
      width: 6,
    },
    { name: 'delivery-rate', query: { metrics: ['delivery_rate'], grain: 'week' }, chart: 'line', width: 6 },
    {
      name: 'moved',
      title: texts('What moved the score', '得分变化来自哪里', '分數變化來自哪裡', 'Что изменило оценку'),
      query: { metrics: [score], by: ['category'], compare: 'previous' },
      chart: 'slope',
      width: 6,
    },
    {
      name: 'by-category',
      title: texts('By category', '按问题类型', '依問題類別', 'По тематикам'),
      query: { metrics: [score], by: ['category'] },
      chart: 'dot',
      width: 6,
    },
    {
      name: 'comments',
      title: texts('What they say', '客户原话', '客戶原話', 'Что говорят клиенты'),
      query: { metrics: [score] },
      chart: 'comments',
      width: 12,
    },
  ];
}

/** The same on every tab: all scores beside each other, and who was asked against who answered. */
const heard: readonly Tile[] = [
  {
    name: 'by-team',
    title: texts('By team', '按客服组', '依客服團隊', 'По группам'),
    query: { metrics: ['csat', 'ces', 'nps'], by: ['team'], compare: 'previous' },
    chart: 'comparison-table',
    width: 6,
  },
  {
    name: 'by-product',
    title: texts('By product', '按产品', '依產品', 'По товарам'),
    query: { metrics: ['csat', 'ces', 'nps'], by: ['product'], compare: 'previous', top: 8 },
    chart: 'comparison-table',
    width: 6,
  },
  {
    name: 'funnel',
    title: texts('Who was asked, who answered', '问卷：从发送到回答', '問卷：從寄送到回覆', 'Кого спросили и кто ответил'),
    note: texts(
      'The response rate is of delivered surveys: a bounced mail is not a silent customer.',
      '回收率以成功送达的问卷为准：退信不代表客户沉默。',
      '回覆率以成功送達的問卷為準：退信不代表客戶沉默。',
      'Доля ответивших считается от доставленных опросов: недоставленное письмо не означает молчания клиента.',
    ),
    query: {
      metrics: ['surveys_sent', 'surveys_delivered', 'surveys_opened', 'surveys_answered', 'delivery_rate', 'response_rate'],
      by: ['survey'],
      compare: 'previous',
    },
    chart: 'comparison-table',
    width: 12,
  },
  {
    name: 'who-answers',
    title: texts('Who answers, by channel', '各渠道回收情况', '各管道回覆情況', 'Кто отвечает: каналы'),
    query: { metrics: ['surveys_delivered', 'response_rate', 'csat'], by: ['channel'], compare: 'previous' },
    chart: 'comparison-table',
    width: 6,
  },
  {
    name: 'who-answers-by-language',
    title: texts('Who answers, by language', '各语言回收情况', '各語言回覆情況', 'Кто отвечает: языки'),
    query: { metrics: ['surveys_delivered', 'response_rate', 'csat'], by: ['language'], compare: 'previous' },
    chart: 'comparison-table',
    width: 6,
  },
  {
    name: 'delivery-by-provider',
    title: texts('Delivery by mail provider', '各邮箱服务商送达率', '各郵件服務商送達率', 'Доставка по почтовым сервисам'),
    query: { metrics: ['surveys_sent', 'delivery_rate'], by: ['provider'], compare: 'previous' },
    chart: 'comparison-table',
    width: 6,
  },
  { name: 'quality', query: { metrics: ['quality_score'], by: ['criterion'] }, chart: 'dot', width: 6 },
];

/** What customers say of us by each score, how sure that is, and who was never heard: a tab each. */
export const voices: readonly Dashboard[] = [
  voiceOf('csat', 'CSAT', 'voice'),
  voiceOf('nps', 'NPS', 'voice-nps'),
  voiceOf('ces', 'CES', 'voice-ces'),
];
