import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** Whether promises were kept, by promise, priority and team; those that still run stand apart. */
export const sla: Dashboard = {
  name: 'sla',
  title: texts('SLA', 'SLA', 'SLA', 'SLA'),
  tiles: [
    { name: 'sla', query: { metrics: ['sla_compliance'], grain: 'day' }, chart: 'line', width: 6, marksEvents: true },
    { name: 'breaches', query: { metrics: ['sla_breaches'], grain: 'day' }, chart: 'line', width: 6 },
    { name: 'active', query: { metrics: ['sla_active'], grain: 'day' }, chart: 'number', width: 4 },
    { name: 'due-soon', query: { metrics: ['sla_due_soon'], grain: 'day' }, chart: 'number', width: 4 },
    { name: 'complaints-overdue', query: { metrics: ['complaint_overdue_rate'], grain: 'week' }, chart: 'number', width: 4 },
    {
      name: 'by-target',
      title: texts('By target', '按目标类型', '依目標類型', 'По целям'),
      query: { metrics: ['sla_compliance', 'sla_breaches'], by: ['sla_target'], compare: 'previous' },
      chart: 'comparison-table',
      width: 6,
    },
    {
      name: 'by-priority',
      title: texts('By priority', '按优先级', '依優先順序', 'По приоритетам'),
      query: { metrics: ['sla_compliance', 'sla_breaches'], by: ['priority'], compare: 'previous' },
      chart: 'comparison-table',
      width: 6,
    },
    {
      name: 'by-target-and-team',
      title: texts('Team by target', '客服组 × 目标类型', '客服團隊 × 目標類型', 'Группы и цели'),
      query: { metrics: ['sla_compliance'], by: ['team', 'sla_target'] },
      chart: 'heat-table',
      width: 12,
    },
    {
      name: 'by-team',
      title: texts('By team', '按客服组', '依客服團隊', 'По группам'),
      query: { metrics: ['sla_compliance'], by: ['team'] },
      chart: 'dot',
      width: 6,
    },
    {
      name: 'by-category',
      title: texts('By category', '按问题类型', '依問題類別', 'По тематикам'),
      query: { metrics: ['sla_compliance'], by: ['category'] },
      chart: 'dot',
      width: 6,
    },
  ],
};
