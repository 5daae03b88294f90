import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** What customers say of us, how sure that is, and who was never heard. */
export const voice: Dashboard = {
  name: 'voice',
  title: texts('Voice of the customer', '客户之声', '客戶之聲', 'Голос клиента'),
  tiles: [
    { name: 'csat', query: { metrics: ['csat'], grain: 'week' }, chart: 'line', width: 4, marksEvents: true },
    { name: 'nps', query: { metrics: ['nps'], grain: 'week' }, chart: 'line', width: 4 },
    { name: 'ces', query: { metrics: ['ces'], grain: 'week' }, chart: 'line', width: 4 },
    { name: 'response-rate', query: { metrics: ['response_rate'], grain: 'week' }, chart: 'line', width: 6 },
    { name: 'delivery-rate', query: { metrics: ['delivery_rate'], grain: 'week' }, chart: 'line', width: 6 },
    {
      name: 'moved',
      title: texts('What moved satisfaction', '满意度变化来自哪里', '滿意度變化來自哪裡', 'Что изменило удовлетворённость'),
      query: { metrics: ['csat'], by: ['category'], compare: 'previous' },
      chart: 'slope',
      width: 6,
    },
    {
      name: 'by-category',
      title: texts('Satisfaction by category', '各类问题满意度', '各類問題滿意度', 'Удовлетворённость по тематикам'),
      query: { metrics: ['csat'], by: ['category'] },
      chart: 'dot',
      width: 6,
    },
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
      name: 'comments',
      title: texts('What they say', '客户原话', '客戶原話', 'Что говорят клиенты'),
      query: { metrics: ['csat'] },
      chart: 'comments',
      width: 12,
    },
    {
      name: 'funnel',
      title: texts('Who was asked, who answered', '问卷：从发送到回答', '問卷：從寄送到回覆', 'Кого спросили и кто ответил'),
      note: texts(
        'The response rate is of delivered surveys: mails that bounce are no silence of customers.',
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
      title: texts('Delivery by mail provider', '各邮箱服务商送达率', '各郵件服務商送達率', 'Доставка по почтовым службам'),
      query: { metrics: ['surveys_sent', 'delivery_rate'], by: ['provider'], compare: 'previous' },
      chart: 'comparison-table',
      width: 6,
    },
    { name: 'quality', query: { metrics: ['quality_score'], by: ['criterion'] }, chart: 'dot', width: 6 },
  ],
};
