import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatWeekday } from '../../../catalog/charts/format-time.ts';
import { nameBuiltIn } from '../../../catalog/locales/name-built-in.ts';
import type { WorkingSchedule as Schedule } from '../../../core/model/settings/schedules-setting.ts';
import { call } from './call.ts';
import { HolidayList } from './HolidayList.tsx';
import { useReader } from './language.ts';
import { parseShifts, writeShifts } from './parse-shifts.ts';
import { ValuesInput } from './ValuesInput.tsx';
import { ZoneSelect } from './ZoneSelect.tsx';

export interface ScheduleCardProps {
  readonly schedule: Schedule;
  readonly onChange: (schedule: Schedule) => void;
  readonly onRemove: () => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** One set of working hours: name, zone, week, days off, teams. */
export function ScheduleCard({ schedule, onChange, onRemove }: ScheduleCardProps) {
  const { say, locale } = useReader();
  const { data: sets } = useQuery({ queryKey: ['holidaySets', locale], queryFn: ({ signal }) => call('holidaySets', { locale }, signal) });
  const name = nameBuiltIn(schedule, locale);
  return (
    <fieldset className="card">
      <legend>{name === '' ? say('hours.add') : name}</legend>
      <div className="fields">
        <TextInput
          size="xs"
          label={say('settings.name')}
          maxLength={200}
          value={name}
          onChange={(event) => onChange({ ...schedule, name: event.currentTarget.value })}
        />
        <ZoneSelect label={say('calendar.zone')} value={schedule.zone} onChange={(zone) => onChange({ ...schedule, zone })} />
        <Select
          size="xs"
          label={say('hours.holidaySet')}
          placeholder={say('hours.noHolidaySet')}
          data={(sets ?? []).map(({ set, name }) => ({ value: set, label: name }))}
          value={schedule.holidaySet}
          searchable
          clearable
          limit={100}
          onChange={(holidaySet) => onChange({ ...schedule, holidaySet })}
        />
        <ValuesInput
          label={say('hours.teams')}
          dimension="team"
          values={schedule.teams}
          onChange={(teams) => onChange({ ...schedule, teams })}
        />
      </div>
      <div className="week">
        {weekdays.map((weekday) => (
          <DayHours key={weekday} weekday={weekday} schedule={schedule} onChange={onChange} />
        ))}
      </div>
      <HolidayList holidays={schedule.holidays} onChange={(holidays) => onChange({ ...schedule, holidays })} />
      <div className="row">
        <Checkbox
          size="xs"
          label={say('hours.default')}
          checked={schedule.isDefault}
          onChange={(event) => onChange({ ...schedule, isDefault: event.currentTarget.checked })}
        />
        <div className="spacer" />
        <ActionIcon aria-label={say('settings.remove', { name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}

function DayHours({ weekday, schedule, onChange }: Omit<ScheduleCardProps, 'onRemove'> & { readonly weekday: number }) {
  const { say, locale } = useReader();
  const stored = writeShifts(schedule.shifts.filter((shift) => shift.weekday === weekday));
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && parseShifts(typed) === null;
  const leave = () => {
    const spans = typed === null ? null : parseShifts(typed);
    if (spans === null) return;
    const others = schedule.shifts.filter((shift) => shift.weekday !== weekday);
    onChange({ ...schedule, shifts: [...others, ...spans.map((span) => ({ weekday, ...span }))] });
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      label={formatWeekday(weekday, locale)}
      placeholder={say('hours.closed')}
      value={typed ?? stored}
      error={isWrong ? say('fault.shift', { text: typed }) : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}
