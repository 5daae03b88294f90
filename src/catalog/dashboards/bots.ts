import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** What the bot takes, what it solves, and who comes back to a person. */
export const bots: Dashboard = {
  name: 'bots',
  title: texts('Bots', '机器人', '機器人', 'Боты'),
  tiles: [
    { name: 'handled', query: { metrics: ['bot_handled_rate'], grain: 'day' }, chart: 'line', width: 6, marksEvents: true },
    { name: 'resolved', query: { metrics: ['bot_resolution_rate'], grain: 'day' }, chart: 'line', width: 6 },
    { name: 'came-back', query: { metrics: ['bot_came_back_rate'], grain: 'week' }, chart: 'line', width: 6 },
    { name: 'handoff', query: { metrics: ['handoff_rate'], grain: 'day' }, chart: 'line', width: 6 },
    {
      name: 'csat-by-handler',
      title: texts('Satisfaction by who answered', '按应答方的满意度', '依回應方的滿意度', 'Удовлетворённость по тому, кто ответил'),
      query: { metrics: ['csat'], by: ['handled_by'] },
      chart: 'dot',
      width: 6,
    },
    {
      name: 'volume-by-handler',
      title: texts('Tickets by who answered', '按应答方的工单量', '依回應方的工單量', 'Обращения по тому, кто ответил'),
      query: { metrics: ['created'], by: ['handled_by'] },
      chart: 'bar',
      width: 6,
    },
    {
      name: 'by-category',
      title: texts('By category', '按问题类型', '依問題類別', 'По тематикам'),
      query: { metrics: ['bot_handled_rate', 'bot_resolution_rate', 'bot_came_back_rate'], by: ['category'], compare: 'previous' },
      chart: 'comparison-table',
      width: 6,
    },
    {
      name: 'by-language',
      title: texts('By language', '按语言', '依語言', 'По языкам'),
      query: { metrics: ['bot_handled_rate', 'bot_resolution_rate', 'bot_came_back_rate'], by: ['language'], compare: 'previous' },
      chart: 'comparison-table',
      width: 6,
    },
  ],
};
