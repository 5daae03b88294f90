import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import { parseDay } from '../../../catalog/charts/parse-day.ts';
import { CalendarProvider, monthForms } from './CalendarProvider.tsx';
import { useReader } from './language.ts';

export interface DayInputProps {
  readonly label: string;
  /** The label is for screen readers only. */
  readonly labelHidden?: boolean;
  /** A local day, `2026-10-01`; empty for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day to type or to pick, written as everywhere on the page. */
export function DayInput({ label, labelHidden = false, value, onChange }: DayInputProps) {
  const { locale, say } = useReader();
  const [open, setOpen] = useState(false);
  return (
    <CalendarProvider>
      <DateInput
        size="xs"
        {...(labelHidden ? { 'aria-label': label } : { label })}
        value={value === '' ? null : value}
        onChange={(day) => onChange(day ?? '')}
        valueFormat={(day) => formatDay(day, locale)}
        dateParser={(text) => parseDay(text, locale)}
        monthLabelFormat={monthForms[locale]}
        clearable
        clearButtonProps={{ 'aria-label': say('action.clear', { name: label }) }}
        popoverProps={{ onOpen: () => setOpen(true), onClose: () => setOpen(false) }}
        // A dialog around it would close with the calendar at Escape.
        data-mantine-stop-propagation={open || undefined}
      />
    </CalendarProvider>
  );
}
