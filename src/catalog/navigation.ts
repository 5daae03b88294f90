import { type Texts, texts } from '../core/model/locale.ts';

/** Pictures that stand beside the names of pages. */
export type PageIcon =
  | 'home'
  | 'overview'
  | 'tickets'
  | 'efficiency'
  | 'categories'
  | 'backlog'
  | 'sla'
  | 'agents'
  | 'channels'
  | 'bots'
  | 'workload'
  | 'voice'
  | 'explore'
  | 'boards'
  | 'metrics'
  | 'import'
  | 'sources'
  | 'events'
  | 'settings';

/** A page as the menu and the search name it. */
export interface Page {
  readonly path: string;
  readonly text: Texts;
  readonly icon: PageIcon;
  /** Pages that are reached from it and stand for it in the menu: its tabs. */
  readonly tabs?: readonly string[];
}

/** Pages that stand together under a word; without one they stand alone. */
export interface PageGroup {
  readonly name: string;
  readonly text: Texts | null;
  readonly pages: readonly Page[];
}

function page(path: string, icon: PageIcon, ...names: Parameters<typeof texts>): Page {
  return { path, icon, text: texts(...names) };
}

/** The menu, in its order. A page has one line here. */
export const navigation: readonly PageGroup[] = [
  { name: 'home', text: null, pages: [page('/', 'home', 'Home', '首页', '首頁', 'Главная')] },
  {
    name: 'support',
    text: texts('Support', '服务支持', '客戶服務', 'Поддержка'),
    pages: [
      page('/boards/support-overview', 'overview', 'Overview', '服务总览', '客服總覽', 'Обзор'),
      page('/boards/tickets', 'tickets', 'Tickets', '工单', '工單', 'Обращения'),
      page('/boards/efficiency', 'efficiency', 'Efficiency', '效率', '效率', 'Эффективность'),
      page('/boards/why-they-write', 'categories', 'Why they write', '来单原因', '來件原因', 'Почему пишут'),
      page('/boards/backlog', 'backlog', 'Backlog', '积压工单', '未結工單', 'Бэклог'),
      page('/boards/sla', 'sla', 'SLA', 'SLA', 'SLA', 'SLA'),
      page('/agents', 'agents', 'Agents', '客服人员', '客服人員', 'Операторы'),
      page('/boards/channels', 'channels', 'Channels', '渠道', '管道', 'Каналы'),
      page('/boards/bots', 'bots', 'Bots', '机器人', '機器人', 'Боты'),
      page('/boards/workload', 'workload', 'Workload', '工作负荷', '工作負荷', 'Нагрузка'),
    ],
  },
  {
    name: 'voice',
    text: null,
    pages: [
      {
        ...page('/boards/voice', 'voice', 'Voice', '客户之声', '客戶之聲', 'Голос клиента'),
        tabs: ['/boards/voice-nps', '/boards/voice-ces'],
      },
    ],
  },
  {
    name: 'ask',
    text: null,
    pages: [
      page('/tickets', 'tickets', 'Ticket list', '工单列表', '工單列表', 'Список обращений'),
      page('/boards', 'boards', 'All boards', '全部看板', '全部儀表板', 'Все дашборды'),
      page('/explore', 'explore', 'Explore', '自助分析', '自訂分析', 'Анализ'),
      page('/metrics', 'metrics', 'Metrics', '指标', '指標', 'Показатели'),
    ],
  },
  {
    name: 'data',
    text: texts('Data', '数据', '資料', 'Данные'),
    pages: [
      page('/import', 'import', 'Import', '导入', '匯入', 'Загрузка'),
      page('/sources', 'sources', 'Sources', '数据来源', '資料來源', 'Источники'),
      page('/events', 'events', 'Event calendar', '事件日历', '事件行事曆', 'Календарь'),
      page('/settings', 'settings', 'Settings', '设置', '設定', 'Настройки'),
    ],
  },
];
