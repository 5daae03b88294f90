import type { Dashboard } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

/** Where customers come in, and whether they must come in twice. */
export const channels: Dashboard = {
  name: 'channels',
  title: texts('Channels', '渠道', '管道', 'Каналы'),
  tiles: [
    {
      name: 'volume',
      title: texts('Ticket volume by channel', '各渠道工单量', '各管道工單量', 'Количество обращений по каналам'),
      query: { metrics: ['created'], by: ['channel'], grain: 'day' },
      chart: 'line',
      width: 12,
      marksEvents: true,
    },
    {
      name: 'channels',
      title: texts('Channel by channel', '逐渠道对比', '逐管道對比', 'Каналы подробно'),
      query: {
        metrics: ['created', 'first_response_median', 'full_resolution_median', 'csat', 'fcr', 'reopen_rate'],
        by: ['channel'],
        compare: 'previous',
      },
      chart: 'comparison-table',
      width: 12,
    },
    { name: 'switch-rate', query: { metrics: ['channel_switch_rate'], grain: 'week' }, chart: 'number', width: 4 },
    { name: 'per-matter', query: { metrics: ['channels_per_matter'], grain: 'week' }, chart: 'number', width: 4 },
    { name: 'repeat', query: { metrics: ['repeat_contact_rate'], grain: 'week' }, chart: 'number', width: 4 },
    {
      name: 'switch-effort',
      title: texts(
        'Ease, channel changed or not',
        '省力程度（按是否换过渠道）',
        '省力程度（依是否換過管道）',
        'Лёгкость: со сменой канала и без',
      ),
      query: { metrics: ['ces'], by: ['channel_change'] },
      chart: 'dot',
      width: 4,
    },
    {
      name: 'switch-satisfaction',
      title: texts(
        'Satisfaction, channel changed or not',
        '满意度（按是否换过渠道）',
        '滿意度（依是否換過管道）',
        'Удовлетворённость: со сменой канала и без',
      ),
      query: { metrics: ['csat'], by: ['channel_change'] },
      chart: 'dot',
      width: 4,
    },
    {
      name: 'switch-time',
      title: texts(
        'Time from the first contact to the solve, channel changed or not',
        '从首次联系到解决的时长（按是否换过渠道）',
        '從首次聯繫到解決的時間（依是否換過管道）',
        'Время от первого обращения до решения: со сменой канала и без',
      ),
      query: { metrics: ['full_resolution_median(variant=article)'], by: ['channel_change'] },
      chart: 'dot',
      width: 4,
    },
    {
      name: 'preferred',
      title: texts('Channel that customers prefer', '客户首选渠道', '客戶首選管道', 'Предпочитаемый канал'),
      query: { metrics: ['preferred_channel'], by: ['channel'] },
      chart: 'bar',
      width: 6,
    },
    {
      name: 'csat',
      title: texts('Satisfaction by channel', '各渠道满意度', '各管道滿意度', 'Удовлетворённость по каналам'),
      query: { metrics: ['csat'], by: ['channel'] },
      chart: 'dot',
      width: 6,
    },
    {
      name: 'hours',
      title: texts('When they write', '来单时段分布', '來件時段分布', 'Когда пишут'),
      query: { metrics: ['created'], by: ['channel', 'hour'] },
      chart: 'heat-table',
      width: 12,
    },
  ],
};
