import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { nameChoice, nameOption } from '../../../catalog/locales/names.ts';
import { useReader } from './language.ts';
import { labelOf, type MetricFigure } from './metric-figure.ts';

export interface ExploreMetricCardProps {
  readonly figure: MetricFigure;
  readonly onChange: (figure: MetricFigure) => void;
  readonly onRemove: () => void;
}

/** A figure of the question, with everything that can be chosen of it. */
export function ExploreMetricCard({ figure, onChange, onRemove }: ExploreMetricCardProps) {
  const reader = useReader();
  const { say, names } = reader;
  const declared = names.metrics[figure.name];
  const label = labelOf(figure.name, reader);
  const statistics = declared?.statistics ?? [];
  return (
    <fieldset className="figure-card" aria-label={label}>
      <div className="figure-card-head">
        <strong>{label}</strong>
        <ActionIcon aria-label={say('explore.remove', { name: label })} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {statistics.length > 0 && (
        <Select
          size="xs"
          label={say('explore.statistic')}
          data={[
            ...statistics.map((value) => ({ value, label: say(`statistic.${value as 'median'}`) })),
            { value: 'all', label: say('explore.every') },
          ]}
          value={figure.statistic ?? 'all'}
          allowDeselect={false}
          onChange={(value) => onChange({ ...figure, statistic: value === 'all' ? null : value })}
        />
      )}
      <ExploreChoices figure={figure} onChange={onChange} />
    </fieldset>
  );
}

function ExploreChoices({ figure, onChange }: Omit<ExploreMetricCardProps, 'onRemove'>) {
  const reader = useReader();
  const declared = reader.names.metrics[figure.name];
  if (declared === undefined) return null;
  const lists = [
    ...(declared.variants.length > 0 ? [['variant', ['industry', ...declared.variants]] as const] : []),
    ...Object.entries(declared.options),
  ];
  const choose = (choice: string, value: string | null) => {
    const { [choice]: _, ...others } = figure.choices;
    onChange({ ...figure, choices: value === null ? others : { ...others, [choice]: value } });
  };
  return (
    <>
      {lists.map(([choice, values]) => (
        <Select
          key={choice}
          size="xs"
          label={nameChoice(choice, reader)}
          data={values.map((value) => ({ value, label: nameOption(value, reader) }))}
          value={figure.choices[choice] ?? values[0] ?? null}
          allowDeselect={false}
          onChange={(value) => choose(choice, value)}
        />
      ))}
      {Object.entries(declared.parameters).map(([name, { min, max, unit, default: usual }]) => (
        <NumberInput
          key={name}
          size="xs"
          label={nameChoice(name, reader)}
          description={`${min}–${reader.say(`definition.${unit as 'days'}`, { count: max })}`}
          min={min}
          max={max}
          clampBehavior="strict"
          value={Number(figure.choices[name] ?? usual)}
          onChange={(value) => choose(name, value === '' || Number(value) === usual ? null : String(value))}
        />
      ))}
    </>
  );
}
