import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** How much each of the people carries, and whether it spills out of working hours. */
export const workload: Dashboard = {
  name: 'workload',
  title: texts('Workload', '工作负荷', '工作負荷', 'Нагрузка'),
  tiles: [
    { name: 'open-per-agent', query: { metrics: ['open_per_agent'], grain: 'week' }, chart: 'line', width: 6, marksEvents: true },
    { name: 'outside-hours', query: { metrics: ['replies_outside_hours'], grain: 'week' }, chart: 'line', width: 6 },
    { name: 'agents', query: { metrics: ['agents_present'], grain: 'day' }, chart: 'number', width: 4 },
    { name: 'acting', query: { metrics: ['agents_acting'], grain: 'day' }, chart: 'number', width: 4 },
    { name: 'replies', query: { metrics: ['replies_given'], grain: 'day' }, chart: 'number', width: 4 },
    {
      name: 'teams',
      title: texts(
        'Open per agent, team by team',
        '各客服组人均在办工单',
        '各客服團隊每人未結工單',
        'Нагрузка на оператора: каждая группа',
      ),
      query: { metrics: ['open_per_agent'], by: ['team'], grain: 'week' },
      chart: 'small-multiples',
      width: 12,
    },
    {
      name: 'by-team',
      title: texts('By team', '按客服组', '依客服團隊', 'По группам'),
      query: {
        metrics: ['open_per_agent', 'replies_given', 'replies_outside_hours', 'first_response_median'],
        by: ['team'],
        compare: 'previous',
      },
      chart: 'comparison-table',
      width: 12,
    },
    {
      name: 'hours',
      title: texts('When replies are given', '回复时段分布', '回覆時段分布', 'Когда отвечают'),
      query: { metrics: ['replies_given'], by: ['weekday', 'hour'] },
      chart: 'heat-table',
      width: 12,
    },
  ],
};
