import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameChoice, nameOption } from '../../../catalog/locales/names.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { Estimate } from '../../../core/model/estimate.ts';
import type { Locale } from '../../../core/model/locale.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';

/** A metric as the server describes it. */
export type MetricDescription = Output<'metrics'>[number];

export interface DefinitionProps {
  readonly name: string;
  /** The figure that is shown, for what it rests on. */
  readonly estimate?: Estimate | undefined;
}

/** Every metric with its definition, references in a language; undefined until they are there. */
function useMetrics(locale: Locale): readonly MetricDescription[] | undefined {
  return useQuery({
    queryKey: ['metrics', locale],
    queryFn: ({ signal }) => call('metrics', { locale }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/** How a metric is counted: words, formula, edge cases, choices, basis, reference and statement. */
export function Definition({ name, estimate }: DefinitionProps) {
  const { say, locale, names } = useReader();
  const metric = useMetrics(locale)?.find((each) => each.name === name);
  if (metric === undefined) return null;
  const counterweight = metric.counterweight === null ? undefined : names.metrics[metric.counterweight]?.label;
  return (
    <dl className="definition">
      <dt>{say('definition.definition')}</dt>
      <dd>
        <strong>{metric.label[locale]}</strong>
        <div>{metric.definition[locale]}</div>
        <div className="quiet">{say(`definition.better.${metric.better as 'up' | 'down' | 'neither'}`)}</div>
        {name === 'nps' && <div className="quiet">{say('definition.trademark')}</div>}
      </dd>
      {metric.formula[locale] !== '' && <Entry term="definition.formula">{metric.formula[locale]}</Entry>}
      {metric.statistics.length > 0 && (
        <Entry term="definition.statistics">
          {metric.statistics.map((statistic) => say(`statistic.${statistic as 'median' | 'p90' | 'mean'}`)).join(' · ')}
        </Entry>
      )}
      <Entry term="definition.edgeCases">{metric.edgeCases[locale]}</Entry>
      <Choices metric={metric} />
      {estimate !== undefined && <Basis estimate={estimate} />}
      {counterweight !== undefined && <Entry term="definition.counterweight">{counterweight}</Entry>}
      <Entry term="definition.reference">{metric.reference}</Entry>
      {metric.sql !== '' && (
        <Entry term="definition.sql">
          <pre lang="en">{metric.sql}</pre>
        </Entry>
      )}
    </dl>
  );
}

function Entry({ term, children }: { readonly term: WordKey; readonly children: React.ReactNode }) {
  const { say } = useReader();
  return (
    <>
      <dt>{say(term)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Choices({ metric }: { readonly metric: MetricDescription }) {
  const reader = useReader();
  const { say, locale } = reader;
  const options = Object.entries(metric.options).map(
    ([name, values]) =>
      `${namePair(nameChoice(name, reader), values.map((value) => nameOption(value, reader)).join(' · '), locale)} · ${say('definition.default', { value: nameOption(values[0] ?? '', reader) })}`,
  );
  const parameters = Object.entries(metric.parameters).map(
    ([name, { min, max, default: usual, unit }]) =>
      `${namePair(nameChoice(name, reader), `${min}–${say(`definition.${unit as 'days'}`, { count: max })}`, locale)} · ${say('definition.default', { value: usual })}`,
  );
  const variants =
    metric.variants.length > 0
      ? [
          namePair(
            nameChoice('variant', reader),
            ['industry', ...metric.variants].map((value) => nameOption(value, reader)).join(' · '),
            locale,
          ),
        ]
      : [];
  const all = [...options, ...parameters, ...variants];
  if (all.length === 0) return null;
  return (
    <Entry term="definition.options">
      {all.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Entry>
  );
}

function Basis({ estimate }: { readonly estimate: Estimate }) {
  const { say, locale } = useReader();
  const { provenance, pending } = estimate;
  const parts = [
    say('tile.n', { n: formatCount(estimate.n, locale) }),
    ...(pending ? [say('tile.pending', { count: pending })] : []),
    ...(provenance === undefined
      ? []
      : [
          say('definition.computed', {
            computed: formatCount(provenance.computed, locale),
            reported: formatCount(provenance.reported, locale),
          }),
        ]),
  ];
  return <Entry term="definition.basis">{parts.join(' · ')}</Entry>;
}
