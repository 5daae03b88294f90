import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { WorkingSchedule as Schedule } from '../../../core/model/settings/schedules-setting.ts';
import { DayInput } from './DayInput.tsx';
import { useReader } from './language.ts';

type Holiday = Schedule['holidays'][number];

export interface HolidayListProps {
  readonly holidays: readonly Holiday[];
  readonly onChange: (holidays: Holiday[]) => void;
}

/** Days off beside the public holidays. */
export function HolidayList({ holidays, onChange }: HolidayListProps) {
  const { say } = useReader();
  const put = (index: number, change: Partial<Holiday>) =>
    onChange(holidays.map((holiday, at) => (at === index ? { ...holiday, ...change } : holiday)));
  return (
    <details>
      <summary className="field-label">{`${say('hours.holidays')} · ${holidays.length}`}</summary>
      {holidays.map((holiday, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day off has no name of its own while it is typed
        <div key={index} className="row" style={{ marginTop: 4 }}>
          <TextInput
            size="xs"
            aria-label={say('hours.occasion')}
            placeholder={say('hours.occasion')}
            maxLength={200}
            value={holiday.name}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          {(['from', 'until'] as const).map((end) => (
            <DayInput
              key={end}
              label={say(`hours.${end}`)}
              labelHidden
              value={holiday[end]}
              onChange={(day) => put(index, { [end]: day })}
            />
          ))}
          <ActionIcon
            aria-label={say('settings.remove', { name: holiday.name })}
            onClick={() => onChange(holidays.filter((_, at) => at !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="subtle" color="gray" className="flush" onClick={() => onChange([...holidays, { from: '', until: '', name: '' }])}>
          {say('hours.addHoliday')}
        </Button>
      </div>
    </details>
  );
}
