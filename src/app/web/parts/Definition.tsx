import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { nameOption } from '../../../catalog/locales/names.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { metrics } from '../../../catalog/metrics/index.ts';
import type { Estimate } from '../../../core/model/estimate.ts';
import { formulaWords } from '../../../core/model/formula.ts';
import type { Locale } from '../../../core/model/locale.ts';
import type { Metric } from '../../../core/model/metric.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';

export interface DefinitionProps {
  readonly name: string;
  /** The figure that is shown, for what it rests on. */
  readonly estimate?: Estimate | undefined;
}

/** How a metric is counted: words, formula, edge cases, choices, basis, reference and statement. */
export function Definition({ name, estimate }: DefinitionProps) {
  const { say, locale } = useReader();
  const { data } = useQuery({
    queryKey: ['metrics'],
    queryFn: ({ signal }) => call('metrics', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const metric = metrics.find((each) => each.name === name);
  if (metric === undefined) return null;
  const text = metric.text[locale];
  const sql = data?.find((each) => each.name === name)?.sql;
  const counterweight = metrics.find((each) => each.name === metric.counterweight)?.text[locale].label;
  return (
    <dl className="definition">
      <dt>{say('definition.definition')}</dt>
      <dd>
        <strong>{text.label}</strong>
        <div>{text.definition}</div>
        <div className="quiet">{say(`definition.better.${metric.better}`)}</div>
        {name === 'nps' && <div className="quiet">{say('definition.trademark')}</div>}
      </dd>
      {metric.kind !== 'distribution' && <Entry term="definition.formula">{formulaOf(metric, locale)}</Entry>}
      {metric.kind === 'distribution' && (
        <Entry term="definition.statistics">{metric.statistics.map((statistic) => say(`statistic.${statistic}`)).join(' · ')}</Entry>
      )}
      <Entry term="definition.edgeCases">{text.edgeCases}</Entry>
      <Choices metric={metric} />
      {estimate !== undefined && <Basis estimate={estimate} />}
      {counterweight !== undefined && <Entry term="definition.counterweight">{counterweight}</Entry>}
      <Entry term="definition.reference">{metric.reference}</Entry>
      {sql !== undefined && sql !== '' && (
        <Entry term="definition.sql">
          <pre>{sql}</pre>
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

function formulaOf(metric: Exclude<Metric, { kind: 'distribution' }>, locale: Locale): string {
  const inputs = metric.text[locale].inputs ?? {};
  const parts = metric.kind === 'composed' ? metric.of : {};
  return formulaWords(metric.value, (input) => inputs[input] ?? labelOf(parts[input], locale) ?? input);
}

function labelOf(part: string | undefined, locale: Locale): string | undefined {
  return metrics.find(({ name }) => name === part)?.text[locale].label;
}

const optionWords: ReadonlySet<string> = new Set(['clock', 'actor', 'target']);

function Choices({ metric }: { readonly metric: Metric }) {
  const reader = useReader();
  const { say } = reader;
  const options = Object.entries(metric.options ?? {}).map(([name, values]) => {
    const title = optionWords.has(name) ? say(`option.${name as 'clock' | 'actor' | 'target'}`) : name;
    return `${title}: ${values.map((value) => nameOption(value, reader)).join(' · ')} (${say('definition.default', { value: nameOption(values[0] ?? '', reader) })})`;
  });
  const parameters = Object.values(metric.parameters ?? {}).map(
    ({ min, max, default: usual }) =>
      `${say('option.window')}: ${min}–${say('definition.days', { count: max })} (${say('definition.default', { value: usual })})`,
  );
  const variants =
    metric.kind === 'aggregate' && metric.variants !== undefined
      ? [`${say('option.variant')}: ${['industry', 'article'].map((value) => nameOption(value, reader)).join(' · ')}`]
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
