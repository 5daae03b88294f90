import type { calendarEvents } from '../../../core/entities/working-time.ts';
import type { Row } from '../../../core/model/entity.ts';
import { type Texts, texts } from '../../../core/model/locale.ts';
import { desks } from '../desk.ts';
import { smallRefundTag } from '../truths/4-refund-trial.ts';
import { holidayNames } from './holiday-names.ts';
import { publicHolidays } from './public-holidays.ts';
import { setupColumns } from './source-columns.ts';

type CalendarEvent = Row<typeof calendarEvents>;

interface Mark {
  readonly id: string;
  readonly kind: 'launch' | 'campaign' | 'holiday' | 'policy' | 'outage' | 'external';
  readonly name: string;
  readonly names: Texts;
  readonly from: string;
  readonly until: string;
  readonly scope?: readonly [dimension: string, value: string];
}

const launch = texts('Halo launch', 'Halo 上市', 'Halo 上市', 'Запуск Halo');
const recall = texts('Recall of Breeze 300', 'Breeze 300 召回', 'Breeze 300 召回', 'Отзыв Breeze 300');
const move = texts('Move of the warehouse', '仓库搬迁', '倉庫搬遷', 'Переезд склада');
const menu = texts('New phone menu', '新的电话语音菜单', '新的電話語音選單', 'Новое голосовое меню');
const giveaway = texts('Giveaway', '赠品活动', '贈品活動', 'Розыгрыш подарков');
const feeOn = texts('Return fee on', '开始收取退货费', '開始收取退貨費', 'Введена плата за возврат');
const feeOff = texts('Return fee off', '取消退货费', '取消退貨費', 'Отменена плата за возврат');
const trial = texts(
  'Trial of small refunds without approval',
  '小额退款免审批试点',
  '小額退款免審核試行',
  'Проба небольших возвратов без согласования',
);
const rollOut = texts(
  'Small refunds without approval for all',
  '小额退款免审批全面推行',
  '小額退款免審核全面推行',
  'Небольшие возвраты без согласования для всех',
);
const blackFriday = texts('Black Friday', '黑色星期五', '黑色星期五', 'Чёрная пятница');
const singlesDay = texts('11.11', '双十一', '雙十一', '11.11');

const marks: readonly Mark[] = [
  { id: 'black-friday-2024', kind: 'campaign', name: blackFriday.en, names: blackFriday, from: '2024-11-25', until: '2024-12-01' },
  { id: 'black-friday-2025', kind: 'campaign', name: blackFriday.en, names: blackFriday, from: '2025-11-24', until: '2025-11-30' },
  {
    id: 'singles-day-2024',
    kind: 'campaign',
    name: singlesDay.en,
    names: singlesDay,
    from: '2024-11-11',
    until: '2024-11-17',
    scope: ['team', 'demo:asia'],
  },
  {
    id: 'singles-day-2025',
    kind: 'campaign',
    name: singlesDay.en,
    names: singlesDay,
    from: '2025-11-10',
    until: '2025-11-16',
    scope: ['team', 'demo:asia'],
  },
  {
    id: 'halo-launch',
    kind: 'launch',
    name: launch.en,
    names: launch,
    from: '2025-09-16',
    until: '2025-09-16',
    scope: ['product', 'Halo'],
  },
  {
    id: 'breeze-recall',
    kind: 'policy',
    name: recall.en,
    names: recall,
    from: '2025-06-10',
    until: '2025-06-10',
    scope: ['product', 'Breeze 300'],
  },
  { id: 'warehouse-move', kind: 'external', name: move.en, names: move, from: '2025-07-07', until: '2025-07-27' },
  { id: 'phone-menu', kind: 'policy', name: menu.en, names: menu, from: '2025-10-14', until: '2025-10-14' },
  { id: 'giveaway', kind: 'campaign', name: giveaway.en, names: giveaway, from: '2026-02-08', until: '2026-02-08' },
  {
    id: 'return-fee-on',
    kind: 'policy',
    name: feeOn.en,
    names: feeOn,
    from: '2026-03-02',
    until: '2026-04-19',
    scope: ['category', 'returns'],
  },
  {
    id: 'return-fee-off',
    kind: 'policy',
    name: feeOff.en,
    names: feeOff,
    from: '2026-04-20',
    until: '2026-04-20',
    scope: ['category', 'returns'],
  },
  {
    id: 'refund-trial',
    kind: 'policy',
    name: trial.en,
    names: trial,
    from: '2026-06-01',
    until: '2026-08-30',
    scope: ['tag', smallRefundTag],
  },
  {
    id: 'refund-roll-out',
    kind: 'policy',
    name: rollOut.en,
    names: rollOut,
    from: '2026-09-14',
    until: '2026-09-14',
    scope: ['tag', smallRefundTag],
  },
];

function holidays(): Mark[] {
  return desks.flatMap((desk) =>
    publicHolidays(desk).map((holiday) => ({
      ...holiday,
      names: holidayNames(holiday.name),
      id: `holiday-${desk.language}-${holiday.from}`,
      kind: 'holiday' as const,
      scope: ['language', desk.language] as const,
    })),
  );
}

/** What the calendar holds from the start; the rest of what happens in the two years is not in it. */
export function demoCalendarEvents(importId = ''): CalendarEvent[] {
  return [...marks, ...holidays()].map((mark) => ({
    ...setupColumns(mark.id, importId),
    kind: mark.kind,
    name: mark.name,
    names: Object.entries(mark.names).map(([language, name]) => ({ language, name })),
    from: mark.from,
    until: mark.until,
    scope_dimension: mark.scope?.[0] ?? '',
    scope_value: mark.scope?.[1] ?? '',
    note: '',
    removed: false,
  }));
}
