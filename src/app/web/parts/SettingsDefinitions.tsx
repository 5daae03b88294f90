import { Select } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { formatValue } from '../../../catalog/charts/format-value.ts';
import { type Names, nameChoice, nameOption } from '../../../catalog/locales/names.ts';
import type { Unit } from '../../../core/model/metric.ts';
import { type MetricSpelling, readMetricSpelling, writeMetricSpelling } from '../../../core/model/metric-spelling.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';

type Named = Names['metrics'][string];

/** Every metric that can be told in more than one way, with the way of this house and what it gives today. */
export function SettingsDefinitions({ value, onChange }: SettingFieldsProps<'house-definitions'>) {
  const { say, names } = useReader();
  const choosable = Object.entries(names.metrics).filter(
    ([, metric]) => metric.variants.length > 0 || Object.keys(metric.options).length > 0,
  );
  const asked = (name: string, metric: Named) => askedAs(value.definitions[name] ?? name, metric);
  const figures = useFigures(choosable.map(([name, metric]) => asked(name, metric)));
  const put = (name: string, call: string | null) => {
    const { [name]: _, ...rest } = value.definitions;
    onChange({ definitions: call === null ? rest : { ...rest, [name]: call } });
  };
  return (
    <div className="scroll">
      <table className="grid-table stacking">
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
            <DefinitionRow
              key={name}
              name={name}
              metric={metric}
              definitions={value.definitions}
              figure={figures[asked(name, metric)]}
              onPut={(next) => put(name, next)}
            />
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
  readonly figure: Told | undefined;
  readonly onPut: (call: string | null) => void;
}

function DefinitionRow({ name, metric, definitions, figure, onPut }: DefinitionRowProps) {
  const { say, locale } = useReader();
  const chosen = readMetricSpelling(definitions[name] ?? name).choices;
  const put = (key: string, choice: string | null, standard: string) => {
    const { [key]: _, ...rest } = chosen;
    const next: MetricSpelling['choices'] = choice === null || choice === standard ? rest : { ...rest, [key]: choice };
    onPut(Object.keys(next).length === 0 ? null : writeMetricSpelling({ name, choices: next }));
  };
  const variants = metric.variants.length > 0 ? [['variant', ['industry', ...metric.variants]] as const] : [];
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
              metric={metric.label}
              choice={key}
              choices={choices}
              value={chosen[key] ?? choices[0] ?? ''}
              onChoose={(choice) => put(key, choice, choices[0] ?? '')}
            />
          ))}
        </div>
      </td>
      <td data-numeric="true" data-label={say('definitions.today')}>
        {formatValue(figure?.value ?? null, figure?.unit ?? (metric.unit as Unit), locale)}
      </td>
    </tr>
  );
}

interface ChoiceSelectProps {
  readonly metric: string;
  readonly choice: string;
  readonly choices: readonly string[];
  readonly value: string;
  readonly onChoose: (choice: string | null) => void;
}

function ChoiceSelect({ metric, choice, choices, value, onChoose }: ChoiceSelectProps) {
  const reader = useReader();
  const title = choice === 'variant' ? reader.say('definitions.variant') : nameChoice(choice, reader);
  return (
    <Select
      size="xs"
      w={190}
      label={title}
      aria-label={`${metric}: ${title}`}
      allowDeselect={false}
      data={choices.map((each) => ({ value: each, label: nameOption(each, reader) }))}
      value={value}
      onChange={onChoose}
    />
  );
}

/** The call as it is asked for one figure: of a distribution its first statistic, with every choice said, as what is stored for the house is another. */
function askedAs(spelling: string, { statistics: [statistic], variants, options }: Named): string {
  const { name, choices } = readMetricSpelling(spelling);
  const standard = Object.entries(options).flatMap(([option, [first]]) => (first === undefined ? [] : [[option, first]]));
  return writeMetricSpelling({
    name: statistic === undefined ? name : `${name}_${statistic}`,
    choices: { ...(variants.length > 0 ? { variant: 'industry' } : {}), ...Object.fromEntries(standard), ...choices },
  });
}

/** A figure and what it is counted in, which a variant may change. */
interface Told {
  readonly value: number | null;
  readonly unit: Unit;
}

const mostAtOnce = 16;

/** Figures of the last 28 days by call, as many in a question as it takes. */
function useFigures(calls: readonly string[]): Readonly<Record<string, Told>> {
  const parts = Array.from({ length: Math.ceil(calls.length / mostAtOnce) }, (_, index) =>
    calls.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
  return useQueries({
    queries: parts.map((metrics) => ({
      queryKey: ['figures', metrics],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => call('query', { metrics: [...metrics] }, signal),
    })),
    combine: (answers) =>
      Object.fromEntries(
        answers.flatMap(({ data }, part) =>
          (data?.metrics ?? []).map(({ key, unit }, index) => [
            parts[part]?.[index] ?? key,
            { value: data?.totals.values[key]?.value ?? null, unit },
          ]),
        ),
      ),
  });
}
