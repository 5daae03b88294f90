import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { calculateDistribution } from '../../../core/model/calculator.ts';
import type { DistributionMetric } from '../../../core/model/metric.ts';
import { readValues } from '../../../core/text/read-values.ts';
import { CalculatorValue } from './CalculatorValue.tsx';
import { decimalSign } from './decimal-sign.ts';
import { useReader } from './language.ts';

/** Median, 90th percentile and mean of values that are pasted in. */
export function CalculatorOfValues({ metric }: { readonly metric: DistributionMetric }) {
  const { say, locale } = useReader();
  const [typed, setTyped] = useState('');
  const isDuration = metric.unit === 'durationMs';
  const read = readValues(typed, isDuration ? 'duration' : 'amount', decimalSign(locale));
  const values = read.kind === 'values' ? read.values : [];
  const figures = calculateDistribution(values);
  return (
    <>
      <Textarea
        label={say('calculator.values')}
        description={say(isDuration ? 'calculator.durationsHint' : 'calculator.valuesHint')}
        autosize
        minRows={4}
        maxRows={12}
        value={typed}
        error={read.kind === 'bad' ? say(isDuration ? 'calculator.badDuration' : 'calculator.badAmount', { word: read.word }) : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <CalculatorValue
        results={(['median', 'p90', 'mean'] as const).map((statistic) => ({
          label: say(`statistic.${statistic}`),
          unit: metric.unit,
          estimate: { ...figures[statistic], impossible: false },
        }))}
        state={values.length > 0 ? 'ready' : 'waiting'}
      />
    </>
  );
}
