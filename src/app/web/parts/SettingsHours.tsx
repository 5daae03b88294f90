import { Button } from '@mantine/core';
import type { WorkingSchedule as Schedule } from '../../../core/model/settings/schedules-setting.ts';
import { HoursGuess } from './HoursGuess.tsx';
import { useReader } from './language.ts';
import { ScheduleCard } from './ScheduleCard.tsx';
import type { SettingFieldsProps } from './SettingForm.tsx';
import { useWorkspace } from './use-workspace.ts';

/** Working hours: one card each, and what the replies of people show. */
export function SettingsHours({ value, onChange }: SettingFieldsProps<'schedules'>) {
  const { say } = useReader();
  const zone = useWorkspace()?.zone ?? '';
  const put = (schedules: Schedule[]) => onChange({ ...value, schedules });
  const add = () => {
    const id = `hours-${value.schedules.length + 1}`;
    const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }));
    put([
      ...value.schedules,
      { id, name: '', zone, isDefault: value.schedules.length === 0, shifts, holidays: [], holidaySet: null, teams: [] },
    ]);
  };
  const change = (index: number, next: Schedule) => {
    const others = next.isDefault ? value.schedules.map((each) => ({ ...each, isDefault: false })) : value.schedules;
    put(others.toSpliced(index, 1, next));
  };
  return (
    <div className="stack">
      {value.schedules.map((schedule, index) => (
        <ScheduleCard
          key={schedule.id}
          schedule={schedule}
          onChange={(next) => change(index, next)}
          onRemove={() => put(value.schedules.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {say('hours.add')}
        </Button>
      </div>
      <HoursGuess schedules={value.schedules} onUse={put} />
    </div>
  );
}
