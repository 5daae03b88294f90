import '@mantine/dates/styles.css';
import 'dayjs/locale/ru';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { useState } from 'react';
import type { Locale } from '../../../core/model/locale.ts';
import { useReader } from './language.ts';
import { useWorkspace } from './use-workspace.ts';

const dayjsLocales: Readonly<Record<Locale, string>> = { en: 'en', 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-tw', ru: 'ru' };

/** Year and month as dayjs is asked for them. */
const monthForms: Readonly<Record<Locale, string>> = {
  en: 'MMMM YYYY',
  'zh-Hans': 'YYYY年M月',
  'zh-Hant': 'YYYY年M月',
  ru: 'MMMM YYYY',
};

export interface RangeCalendarProps {
  readonly label: string;
  /** Local days, `2026-10-01`. */
  readonly from: string | null;
  readonly until: string | null;
  readonly onChoose: (from: string, until: string) => void;
}

/** A calendar to choose two days in. */
export function RangeCalendar({ label, from, until, onChoose }: RangeCalendarProps) {
  const { locale } = useReader();
  const workspace = useWorkspace();
  const [range, setRange] = useState<[string | null, string | null]>([from, until]);
  const shownDay = until ?? workspace?.now.slice(0, 10);
  const firstDayOfWeek = ((workspace?.weekStart ?? 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return (
    <DatesProvider settings={{ locale: dayjsLocales[locale], firstDayOfWeek }}>
      <div>
        <div className="quiet">{label}</div>
        <DatePicker
          type="range"
          monthLabelFormat={monthForms[locale]}
          allowSingleDateInRange
          {...(shownDay === undefined ? {} : { defaultDate: shownDay })}
          value={range}
          onChange={(next) => {
            setRange(next);
            if (next[0] !== null && next[1] !== null) onChoose(next[0], next[1]);
          }}
        />
      </div>
    </DatesProvider>
  );
}
