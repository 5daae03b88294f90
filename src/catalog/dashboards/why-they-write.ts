import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';
import { waitingMetrics as waiting } from './waiting-metrics.ts';

/** What customers write about, what it costs them and us, and what is piling up. */
export const whyTheyWrite: Dashboard = {
  name: 'why-they-write',
  title: texts('Why they write', '来单原因', '來件原因', 'Почему пишут'),
  waiting: [waiting.contactsPerOrder, waiting.helpViews],
  tiles: [
    {
      name: 'volume-by-category',
      title: texts('Volume by category', '各类问题的工单量', '各類問題的工單量', 'Обращения по тематикам'),
      query: { metrics: ['created'], by: ['category'], grain: 'day', top: 5 },
      chart: 'line',
      width: 12,
      marksEvents: true,
    },
    {
      name: 'categories',
      title: texts('Category by category', '逐类对比', '逐類對比', 'Тематики подробно'),
      query: {
        metrics: ['created', 'csat', 'ces', 'full_resolution_median', 'reopen_rate', 'fcr'],
        by: ['category'],
        compare: 'previous',
      },
      chart: 'comparison-table',
      width: 12,
    },
    {
      name: 'products',
      title: texts('Products that people write about', '被提及的产品', '客戶提到的產品', 'О каких товарах пишут'),
      query: { metrics: ['created', 'csat', 'reopen_rate'], by: ['product'], compare: 'previous', top: 8 },
      chart: 'comparison-table',
      width: 6,
    },
    {
      name: 'carriers',
      title: texts('Carriers', '承运商', '物流商', 'Перевозчики'),
      query: { metrics: ['created', 'reopen_rate'], by: ['carrier'], compare: 'previous', top: 8 },
      chart: 'comparison-table',
      width: 6,
    },
    {
      name: 'rising-words',
      title: texts('Words that rise', '上升的词', '增加的用詞', 'Слова, которые участились'),
      note: texts(
        'Words in more subjects than in the period before, beyond chance.',
        '与上一时段相比，主题中出现得更多且超出偶然波动的词。',
        '與前期相比，主旨中出現得更多且超出偶然波動的詞。',
        'Слова, которые встречаются в темах обращений чаще, чем в прошлом периоде, не случайно.',
      ),
      query: { metrics: ['created'] },
      chart: 'rising-words',
      width: 12,
    },
    {
      name: 'category-courses',
      title: texts('Each category by itself', '各类问题走势', '各類問題走勢', 'Каждая тематика отдельно'),
      query: { metrics: ['created'], by: ['category'], grain: 'day' },
      chart: 'small-multiples',
      width: 12,
    },
    {
      name: 'rising',
      title: texts('What rises and falls', '上升与下降的问题', '上升與下降的問題', 'Что растёт и что падает'),
      query: { metrics: ['created'], by: ['category'], compare: 'previous' },
      chart: 'slope',
      width: 6,
    },
    {
      name: 'tags',
      title: texts('Tags', '标签', '標籤', 'Метки'),
      query: { metrics: ['created'], by: ['tag'], compare: 'previous', top: 8 },
      chart: 'comparison-table',
      width: 6,
    },
    { name: 'created-to-solved', query: { metrics: ['created_to_solved'], grain: 'week' }, chart: 'line', width: 6 },
    {
      name: 'backlog-by-age',
      title: texts('Backlog by age', '积压工单的时长分布', '未結工單的時間分布', 'Бэклог по возрасту'),
      query: { metrics: ['backlog'], by: ['age'] },
      chart: 'bar',
      width: 6,
    },
    {
      name: 'where-the-time-goes',
      title: texts('Where the time goes', '时间花在哪里', '時間花在哪裡', 'На что уходит время'),
      query: { metrics: ['time_in_status'], by: ['category', 'status_then'] },
      chart: 'stacked-bar',
      width: 12,
    },
  ],
};
