import type { ReactNode } from 'react';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { timeTexts } from '../../../catalog/locales/choice-texts.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { benchmarks } from '../../../catalog/metrics/benchmarks.ts';
import { formulaWords, parseFormula } from '../../../core/model/formula.ts';
import type { Locale } from '../../../core/model/locale.ts';
import type { Metric } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';
import { metricNamed } from './metric-example.ts';

/** What a metric is counted over, by which time, what n is, which interval it has, and what the articles give as context. */
export function MetricBasis({ metric }: { readonly metric: Metric }) {
  const { say, locale } = useReader();
  const rows = metric.kind === 'composed' ? null : metric.dataset;
  const time = metric.kind === 'composed' ? undefined : timeTexts[metric.time]?.[locale];
  const own = benchmarks.filter((benchmark) => benchmark.metric === metric.name);
  return (
    <dl className="definition">
      {metric.kind !== 'distribution' && (
        <Entry term="metric.expression">
          <code lang="en">{formulaWords(metric.value, (input) => input)}</code>
        </Entry>
      )}
      {rows !== null && (
        <Entry term="metric.rows">
          {rows.text[locale]}
          {rows.leftOut !== undefined && <div className="quiet">{say('metric.population')}</div>}
        </Entry>
      )}
      {time !== undefined && <Entry term="metric.time">{time}</Entry>}
      <Entry term="metric.n">
        {countOf(metric, locale) ?? say('metric.nOfValues')}
        {metric.smallN !== undefined && <div className="quiet">{say('metric.smallN', { n: formatCount(metric.smallN, locale) })}</div>}
      </Entry>
      <Entry term="metric.interval">{say(intervalWord(metric))}</Entry>
      {own.length > 0 && (
        <Entry term="metric.benchmark">
          {own.map(({ article, text }) => (
            <div key={text.en}>{say('metric.benchmarkOf', { text: text[locale], article })}</div>
          ))}
          <div className="quiet">{say('metric.benchmarkHint')}</div>
        </Entry>
      )}
    </dl>
  );
}

function Entry({ term, children }: { readonly term: WordKey; readonly children: ReactNode }) {
  const { say } = useReader();
  return (
    <>
      <dt>{say(term)}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The formula of n in words; null where n is of the values themselves. */
function countOf(metric: Metric, locale: Locale): string | null {
  if (metric.kind === 'distribution') return null;
  return formulaWords(parseFormula(metric.n), (input) => inputLabel(metric, input, locale));
}

/** What an input of a formula is called; a part of a composed metric is called as that metric. */
export function inputLabel(metric: Metric, input: string, locale: Locale): string {
  const part = metric.kind === 'composed' ? metric.of[input] : undefined;
  const partName = typeof part === 'string' ? metricNamed(part)?.text[locale].label : undefined;
  return metric.text[locale].inputs?.[input] ?? partName ?? input;
}

function intervalWord(metric: Metric): 'metric.hasMedianInterval' | 'metric.hasInterval' | 'metric.noInterval' {
  if (metric.kind === 'distribution') return 'metric.hasMedianInterval';
  return metric.interval === undefined ? 'metric.noInterval' : 'metric.hasInterval';
}
