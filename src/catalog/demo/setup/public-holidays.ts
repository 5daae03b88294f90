import { asiaDesk, type Desk, londonDesk, russianDesk } from '../desk.ts';

export interface PublicHoliday {
  readonly from: string;
  readonly until: string;
  readonly name: string;
}

const london = `2024-12-25 Christmas Day|2024-12-26 Boxing Day|2025-01-01 New Year's Day|2025-04-18 Good Friday|2025-04-21 Easter Monday
2025-05-05 Early May bank holiday|2025-05-26 Spring bank holiday|2025-08-25 Summer bank holiday|2025-12-25 Christmas Day|2025-12-26 Boxing Day
2026-01-01 New Year's Day|2026-04-03 Good Friday|2026-04-06 Easter Monday|2026-05-04 Early May bank holiday|2026-05-25 Spring bank holiday
2026-08-31 Summer bank holiday|2026-12-25 Christmas Day|2026-12-28 Boxing Day, substitute day`;

const shanghai = `2025-01-01 元旦|2025-01-28..2025-02-04 春节|2025-04-04..2025-04-06 清明节|2025-05-01..2025-05-05 劳动节|2025-05-31..2025-06-02 端午节
2025-10-01..2025-10-08 国庆节、中秋节|2026-01-01..2026-01-03 元旦|2026-02-15..2026-02-23 春节|2026-04-04..2026-04-06 清明节
2026-05-01..2026-05-05 劳动节|2026-06-19..2026-06-21 端午节|2026-09-25..2026-09-27 中秋节|2026-10-01..2026-10-07 国庆节`;

const almaty = `2024-12-16 День независимости|2025-01-01..2025-01-02 Новый год|2025-01-07 Рождество|2025-03-08 Международный женский день
2025-03-21..2025-03-23 Наурыз|2025-05-01 Праздник единства народа|2025-05-07 День защитника Отечества|2025-05-09 День Победы|2025-06-06 Курбан-айт
2025-07-06 День столицы|2025-08-30 День Конституции|2025-10-25 День Республики|2025-12-16 День независимости|2026-01-01..2026-01-02 Новый год
2026-01-07 Рождество|2026-03-08 Международный женский день|2026-03-21..2026-03-23 Наурыз|2026-05-01 Праздник единства народа
2026-05-07 День защитника Отечества|2026-05-09 День Победы|2026-05-27 Курбан-айт|2026-07-06 День столицы|2026-08-30 День Конституции
2026-10-25 День Республики|2026-12-16 День независимости`;

function parsed(lines: string): PublicHoliday[] {
  return lines.split(/[|\n]/).map((line) => {
    const [days = '', ...name] = line.trim().split(' ');
    const [from = '', until = from] = days.split('..');
    return { from, until, name: name.join(' ') };
  });
}

const holidays = new Map<Desk, readonly PublicHoliday[]>([
  [londonDesk, parsed(london)],
  [asiaDesk, parsed(shanghai)],
  [russianDesk, parsed(almaty)],
]);

/** Public holidays on which a desk is closed, November 2024 to December 2026: England and Wales, China, Kazakhstan. */
export function publicHolidays(desk: Desk): readonly PublicHoliday[] {
  return holidays.get(desk) ?? [];
}
