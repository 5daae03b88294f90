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
  {
    name: 'support',
    text: texts('Support', '服务支持', '客戶服務', 'Поддержка'),
    pages: [page('/boards/support-overview', 'overview', 'Overview', '服务总览', '客服總覽', 'Обзор')],
  },
  {
    name: 'ask',
    text: null,
    pages: [
      page('/tickets', 'tickets', 'Ticket list', '工单列表', '工單列表', 'Список обращений'),
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
