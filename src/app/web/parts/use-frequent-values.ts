import { useQuery } from '@tanstack/react-query';
import { coloredDimension } from '../../../catalog/charts/palette.ts';
import type { ChartName } from '../../../core/model/chart.ts';
import { call } from './call.ts';

/** More than a palette has colours, as one of them may be "not known". */
const mostValues = 8;

const none = {};

/** The most frequent values of what a chart colours, by dimension, so that they have the same colours on every board; null before they are known. */
export function useFrequentValues(chart: ChartName, dimensions: readonly string[]): Readonly<Record<string, readonly string[]>> | null {
  const dimension = coloredDimension(chart, dimensions);
  const { data, isPending } = useQuery({
    queryKey: ['dimensionValues', dimension, 'frequent'],
    queryFn: async ({ signal }) => {
      const found = await call('dimensionValues', { name: dimension ?? '', limit: mostValues }, signal);
      return { [dimension ?? '']: found.map(({ value }) => value) };
    },
    enabled: dimension !== null,
  });
  if (dimension === null) return none;
  return data ?? (isPending ? null : none);
}
