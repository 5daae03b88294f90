import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** How fast, with what shows whether it was also good, and where the time goes. */
export const efficiency: Dashboard = {
  name: 'efficiency',
  title: texts('Efficiency', '效率', '效率', 'Эффективность'),
  tiles: [
    {
      name: 'first-response',
      query: { metrics: ['first_response_median', 'first_response_p90'], grain: 'day' },
      chart: 'line',
      width: 6,
      marksEvents: true,
    },
    {
      name: 'full-resolution',
      query: { metrics: ['full_resolution_median', 'full_resolution_p90'], grain: 'day' },
      chart: 'line',
      width: 6,
      marksEvents: true,
    },
    { name: 'reply-time', query: { metrics: ['reply_time_median'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'requester-wait', query: { metrics: ['requester_wait_median'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'reopen-rate', query: { metrics: ['reopen_rate'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'fcr', query: { metrics: ['fcr'], grain: 'week' }, chart: 'number', width: 3 },
    {
      name: 'where-the-time-goes',
      title: texts('Where the time goes', '时间花在哪里', '時間花在哪裡', 'На что уходит время'),
      note: texts(
        'Share of the calendar time of solved tickets: new is without an agent, open waits for us, pending for the customer.',
        '已解决工单在各状态的自然时间占比：“新建”尚无人处理，“处理中”在等客服，“等待客户回复”在等客户。',
        '已解決工單在各狀態的日曆時間占比：「新工單」尚無人處理，「處理中」在等客服人員，「等待客戶回覆」在等客戶。',
        'Доли календарного времени решённых обращений: новое — без оператора, в работе — ждёт нас, «ждём ответа клиента» — ждём клиента.',
      ),
      query: { metrics: ['time_in_status'], by: ['team', 'status_then'] },
      chart: 'stacked-bar',
      width: 12,
    },
    {
      name: 'by-team',
      title: texts('By team', '按客服组', '依客服團隊', 'По группам'),
      query: {
        metrics: ['first_response_median', 'full_resolution_median', 'unassigned_time_median', 'reopen_rate', 'fcr', 'one_touch_rate'],
        by: ['team'],
        compare: 'previous',
      },
      chart: 'comparison-table',
      width: 12,
    },
    {
      name: 'response-by-channel',
      title: texts('First response time by channel', '各渠道首次响应时间', '各管道首次回應時間', 'Время первого ответа по каналам'),
      query: { metrics: ['first_response_median'], by: ['channel'] },
      chart: 'dot',
      width: 6,
    },
    {
      name: 'resolution-by-category',
      title: texts('Resolution time by category', '各类问题解决时长', '各類問題解決時間', 'Время решения по тематикам'),
      query: { metrics: ['full_resolution_median'], by: ['category'], top: 10 },
      chart: 'dot',
      width: 6,
    },
    {
      name: 'team-course',
      title: texts(
        'First response time, team by team',
        '各客服组首次响应时间走势',
        '各客服團隊首次回應時間走勢',
        'Время первого ответа: каждая группа',
      ),
      query: { metrics: ['first_response_median'], by: ['team'], grain: 'week' },
      chart: 'small-multiples',
      width: 12,
    },
    { name: 'transfer-rate', query: { metrics: ['transfer_rate'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'escalation-rate', query: { metrics: ['escalation_rate'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'interactions', query: { metrics: ['interactions_per_ticket'], grain: 'week' }, chart: 'number', width: 3 },
    { name: 'stations', query: { metrics: ['stations'], grain: 'week' }, chart: 'number', width: 3 },
  ],
};
