import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatInterval, formatValue } from '../../../catalog/charts/format-value.ts';
import type { Calculated } from '../../../core/model/calculator.ts';
import type { Unit } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';

export interface CalculatorValueProps {
  readonly results: readonly { readonly label: string; readonly unit: Unit; readonly estimate: Calculated }[];
  /** Waiting: not every number is there. */
  readonly state: 'waiting' | 'ready';
}

/** What a calculator gives: value, interval, n; or why it gives none. */
export function CalculatorValue({ results, state }: CalculatorValueProps) {
  const { say, locale } = useReader();
  const isImpossible = results.some(({ estimate }) => estimate.impossible);
  const isNothing = results.every(({ estimate }) => estimate.value === null);
  const why =
    state === 'waiting' ? 'calculator.waiting' : isImpossible ? 'calculator.impossible' : isNothing ? 'calculator.undefined' : null;
  return (
    <output className="calculator-value">
      {why !== null
        ? say(why)
        : results.map(({ label, unit, estimate }) => {
            const interval = formatInterval(estimate, unit, locale);
            return (
              <div key={label} className="figure">
                <span className="figure-value">{formatValue(estimate.value, unit, locale, true)}</span>
                <span className="quiet">
                  {[
                    label,
                    ...(interval === null ? [] : [say('tile.interval', { interval })]),
                    ...(unit === 'count' ? [] : [say('tile.n', { n: formatCount(estimate.n, locale) })]),
                  ].join(' · ')}
                </span>
              </div>
            );
          })}
    </output>
  );
}
