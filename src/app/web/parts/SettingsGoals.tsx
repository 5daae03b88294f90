import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useReader } from './language.ts';
import { parseMetricName } from './parse-metric-name.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';

const hourMs = 3_600_000;

/** Metrics and what they should be; durations are typed in hours. */
export function SettingsGoals({ value, onChange }: SettingFieldsProps<'goals'>) {
  const { say, names } = useReader();
  const entries = Object.entries(value.goals);
  const put = (next: readonly (readonly [string, number])[]) => onChange({ goals: Object.fromEntries(next) });
  const choices = Object.entries(names.metrics).flatMap(([name, { label, statistics }]) =>
    statistics.length === 0
      ? [{ value: name, label }]
      : statistics.map((statistic) => ({
          value: `${name}_${statistic}`,
          label: `${label} · ${say(`statistic.${statistic as 'median'}`)}`,
        })),
  );
  const suffixOf = (unit: string | undefined) => (unit === 'durationMs' ? ` ${say('unit.hours')}` : unit === 'percent' ? '%' : '');
  const free = choices.filter((choice) => !(choice.value in value.goals));
  return (
    <div className="stack" style={{ gap: 8 }}>
      {entries.length === 0 && <p className="quiet">{say('goals.none')}</p>}
      {entries.map(([metric, goal]) => {
        const unit = names.metrics[parseMetricName(metric, names)]?.unit;
        const isDuration = unit === 'durationMs';
        const label = choices.find((choice) => choice.value === metric)?.label ?? metric;
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
