import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatValue } from '../../../catalog/charts/format-value.ts';
import { type Names, nameOption } from '../../../catalog/locales/names.ts';
import type { Unit } from '../../../core/model/metric.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { call } from './call.ts';
import { type Choices, readChoices, writeChoices } from './house-choices.ts';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';

type Named = Names['metrics'][string];

/** Every metric that can be told in more than one way, with the way of this house and what it gives today. */
export function SettingsDefinitions({ value, onChange }: SettingFieldsProps<'house-definitions'>) {
  const { say, names } = useReader();
  const choosable = Object.entries(names.metrics).filter(
    ([, metric]) => metric.variants.length > 1 || Object.keys(metric.options).length > 0,
  );
  const put = (name: string, call: string | null) => {
    const { [name]: _, ...rest } = value.definitions;
    onChange({ definitions: call === null ? rest : { ...rest, [name]: call } });
  };
  return (
    <div className="scroll">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('definitions.metric')}</th>
            <th scope="col">{say('definitions.choices')}</th>
            <th scope="col" data-numeric="true">
              {say('definitions.today')}
            </th>
          </tr>
        </thead>
        <tbody>
          {choosable.map(([name, metric]) => (
            <DefinitionRow key={name} name={name} metric={metric} definitions={value.definitions} onPut={(next) => put(name, next)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DefinitionRowProps {
  readonly name: string;
  readonly metric: Named;
  readonly definitions: Setting<'house-definitions'>['definitions'];
  readonly onPut: (call: string | null) => void;
}

function DefinitionRow({ name, metric, definitions, onPut }: DefinitionRowProps) {
  const { say } = useReader();
  const chosen = readChoices(definitions[name] ?? name);
  const put = (key: string, choice: string | null, standard: string) => {
    const { [key]: _, ...rest } = chosen;
    const next: Choices = choice === null || choice === standard ? rest : { ...rest, [key]: choice };
    onPut(Object.keys(next).length === 0 ? null : writeChoices(name, next));
  };
  const variants = metric.variants.length > 1 ? [['variant', metric.variants] as const] : [];
  return (
    <tr>
      <td>
        {metric.label}
        {Object.keys(chosen).length > 0 && <div className="quiet">{say('definitions.departs')}</div>}
      </td>
      <td>
        <div className="row">
          {[...variants, ...Object.entries(metric.options)].map(([key, choices]) => (
            <ChoiceSelect
              key={key}
              label={`${metric.label}: ${key}`}
              choices={choices}
              value={chosen[key] ?? choices[0] ?? ''}
              onChoose={(choice) => put(key, choice, choices[0] ?? '')}
            />
          ))}
        </div>
      </td>
      <td data-numeric="true">
        <TodayFigure call={definitions[name] ?? name} metric={metric} />
      </td>
    </tr>
  );
}

interface ChoiceSelectProps {
  readonly label: string;
  readonly choices: readonly string[];
  readonly value: string;
  readonly onChoose: (choice: string | null) => void;
}

function ChoiceSelect({ label, choices, value, onChoose }: ChoiceSelectProps) {
  const reader = useReader();
  return (
    <Select
      size="xs"
      w={150}
      aria-label={label}
      allowDeselect={false}
      data={choices.map((choice) => ({ value: choice, label: nameOption(choice, reader) }))}
      value={value}
      onChange={onChoose}
    />
  );
}

/** The first statistic of the metric over the last 28 days, as the house would tell it. */
function TodayFigure({ call: spelling, metric }: { readonly call: string; readonly metric: Named }) {
  const { locale } = useReader();
  const [statistic] = metric.statistics;
  const asked = statistic === undefined ? spelling : spelling.replace(/^\w+/, (name) => `${name}_${statistic}`);
  const { data } = useQuery({
    queryKey: ['query', asked, 'last 28 days'],
    queryFn: ({ signal }) => call('query', { metrics: [asked] }, signal),
  });
  const [estimate] = Object.values(data?.totals.values ?? {});
  return <>{formatValue(estimate?.value ?? null, metric.unit as Unit, locale)}</>;
}
