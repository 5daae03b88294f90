import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { CalendarProvider, monthForms } from './CalendarProvider.tsx';
import { useReader } from './language.ts';
import { useWorkspace } from './use-workspace.ts';

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
  return (
    <CalendarProvider>
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
    </CalendarProvider>
  );
}
