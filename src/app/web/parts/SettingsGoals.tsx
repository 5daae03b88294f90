import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { goalNames } from './goal-names.ts';
import { useReader } from './language.ts';
import { parseMetricName } from './parse-metric-name.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';

const hourMs = 3_600_000;

/** Metrics and what they should be; durations are typed in hours. */
export function SettingsGoals({ value, onChange }: SettingFieldsProps<'goals'>) {
  const reader = useReader();
  const { say, names } = reader;
  const entries = Object.entries(value.goals);
  const put = (next: readonly (readonly [string, number])[]) => onChange({ goals: Object.fromEntries(next) });
  const named = goalNames(reader);
  const suffixOf = (unit: string | undefined) => (unit === 'durationMs' ? ` ${say('unit.hours')}` : unit === 'percent' ? '%' : '');
  const free = [...named].flatMap(([metric, label]) => (metric in value.goals ? [] : [{ value: metric, label }]));
  return (
    <div className="stack" style={{ gap: 8 }}>
      {entries.length === 0 && <p className="quiet">{say('goals.none')}</p>}
      {entries.map(([metric, goal]) => {
        const unit = names.metrics[parseMetricName(metric, names)]?.unit;
        const isDuration = unit === 'durationMs';
        const label = named.get(metric) ?? metric;
        return (
          <div key={metric} className="row">
            <span className="goal-name">{label}</span>
            <NumberInput
              size="xs"
              w={120}
              aria-label={`${say('goals.goal')}: ${label}`}
              value={isDuration ? goal / hourMs : goal}
              suffix={suffixOf(unit)}
              min={unit === 'points' ? -100 : 0}
              {...(unit === 'percent' || unit === 'points' ? { max: 100 } : {})}
              allowNegative={unit === 'points'}
              clampBehavior="strict"
              onChange={(typed) =>
                typeof typed === 'number' &&
                put(entries.map(([name, old]) => [name, name === metric ? (isDuration ? typed * hourMs : typed) : old]))
              }
            />
            <ActionIcon
              aria-label={say('settings.remove', { name: label })}
              onClick={() => put(entries.filter(([name]) => name !== metric))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      <Select
        size="xs"
        maw={360}
        label={say('goals.add')}
        data={free}
        value={null}
        searchable
        onChange={(metric) => metric !== null && put([...entries, [metric, 0]])}
      />
    </div>
  );
}
