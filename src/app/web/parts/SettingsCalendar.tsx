import { Select } from '@mantine/core';
import { formatWeekday } from '../../../catalog/charts/format-time.ts';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';
import { ZoneSelect } from './ZoneSelect.tsx';

/** Zone and first day of the week. */
export function SettingsCalendar({ value, onChange }: SettingFieldsProps<'calendar'>) {
  const { say, locale } = useReader();
  return (
    <div className="fields">
      <ZoneSelect label={say('calendar.zone')} value={value.zone} onChange={(zone) => onChange({ ...value, zone })} />
      <Select
        size="xs"
        label={say('calendar.weekStart')}
        allowDeselect={false}
        data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: formatWeekday(day, locale, 'long') }))}
        value={String(value.weekStart)}
        onChange={(day) => onChange({ ...value, weekStart: Number(day) })}
      />
    </div>
  );
}
