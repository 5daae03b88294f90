import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** How much comes and goes. */
export const tickets: Dashboard = {
  name: 'tickets',
  title: texts('Tickets', '工单', '工單', 'Обращения'),
  tiles: [
    { name: 'created', query: { metrics: ['created'], grain: 'day' }, chart: 'line', width: 6, marksEvents: true },
    { name: 'solved', query: { metrics: ['solved'], grain: 'day' }, chart: 'line', width: 6, marksEvents: true },
    { name: 'created-to-solved', query: { metrics: ['created_to_solved'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'resolution-rate', query: { metrics: ['resolution_rate'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'one-touch', query: { metrics: ['one_touch_rate'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'complaints', query: { metrics: ['complaints'], grain: 'day' }, chart: 'number', width: 3 },
    {
      name: 'by-channel-over-time',
      title: texts('Ticket volume by channel', '各渠道工单量', '各管道工單量', 'Количество обращений по каналам'),
      query: { metrics: ['created'], by: ['channel'], grain: 'day', top: 5 },
      chart: 'line',
      width: 12,
    },
    {
      name: 'hours',
      title: texts('When they write', '来单时段分布', '來件時段分布', 'Когда пишут'),
      query: { metrics: ['created'], by: ['weekday', 'hour'] },
      chart: 'heat-table',
      width: 12,
    },
    {
      name: 'by-region',
      title: texts('By region', '按地区', '依地區', 'По регионам'),
      query: { metrics: ['created'], by: ['region'], compare: 'previous', top: 8 },
      chart: 'comparison-table',
      width: 4,
    },
    {
      name: 'by-language',
      title: texts('By language', '按语言', '依語言', 'По языкам'),
      query: { metrics: ['created'], by: ['language'], compare: 'previous', top: 8 },
      chart: 'comparison-table',
      width: 4,
    },
    {
      name: 'by-priority',
      title: texts('By priority', '按优先级', '依優先順序', 'По приоритетам'),
      query: { metrics: ['created'], by: ['priority'], compare: 'previous' },
      chart: 'comparison-table',
      width: 4,
    },
  ],
};
