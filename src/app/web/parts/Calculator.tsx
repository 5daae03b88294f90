import type { Metric } from '../../../core/model/metric.ts';
import { CalculatorOfFormula } from './CalculatorOfFormula.tsx';
import { CalculatorOfValues } from './CalculatorOfValues.tsx';
import { useReader } from './language.ts';

/** Counts a metric from numbers that are typed in, by the very formula that tiles use. */
export function Calculator({ metric }: { readonly metric: Metric }) {
  const { say } = useReader();
  return (
    <section className="panel stack" style={{ gap: 8 }} aria-labelledby="calculator">
      <h2 id="calculator" style={{ margin: 0 }}>
        {say('calculator.title')}
      </h2>
      <p className="quiet" style={{ margin: 0 }}>
        {say('calculator.hint')}
      </p>
      {metric.kind === 'distribution' ? <CalculatorOfValues metric={metric} /> : <CalculatorOfFormula metric={metric} />}
    </section>
  );
}
