import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** What stands open, how old it is and whether it grows. */
export const backlog: Dashboard = {
  name: 'backlog',
  title: texts('Backlog', '积压工单', '未結工單', 'Бэклог'),
  tiles: [
    { name: 'backlog', query: { metrics: ['backlog'], grain: 'day' }, chart: 'line', width: 6, marksEvents: true },
    { name: 'backlog-age', query: { metrics: ['backlog_age_median', 'backlog_age_p90'], grain: 'day' }, chart: 'line', width: 6 },
    { name: 'backlog-days', query: { metrics: ['backlog_days'], grain: 'week' }, chart: 'number', width: 4 },
    { name: 'created-to-solved', query: { metrics: ['created_to_solved'], grain: 'week' }, chart: 'number', width: 4 },
    { name: 'open-per-agent', query: { metrics: ['open_per_agent'], grain: 'week' }, chart: 'number', width: 4 },
    {
      name: 'by-age-and-team',
      title: texts(
        'Age of open tickets by team',
        '各客服组未结工单时长',
        '各客服團隊未結工單時間',
        'Возраст нерешённых обращений по группам',
      ),
      query: { metrics: ['backlog'], by: ['team', 'age'] },
      chart: 'stacked-bar',
      width: 12,
    },
    {
      name: 'by-status',
      title: texts('By status', '按状态', '依狀態', 'По статусам'),
      query: { metrics: ['backlog'], by: ['status'] },
      chart: 'bar',
      width: 6,
    },
    {
      name: 'by-category',
      title: texts('By category', '按问题类型', '依問題類別', 'По тематикам'),
      query: { metrics: ['backlog', 'backlog_age_median'], by: ['category'], compare: 'previous' },
      chart: 'comparison-table',
      width: 6,
    },
    {
      name: 'team-course',
      title: texts('Backlog, team by team', '各客服组积压走势', '各客服團隊未結走勢', 'Бэклог: каждая группа'),
      query: { metrics: ['backlog'], by: ['team'], grain: 'day' },
      chart: 'small-multiples',
      width: 12,
    },
  ],
};
