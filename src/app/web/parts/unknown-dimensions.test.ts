import { describe, expect, it } from 'vitest';
import { type Names, noNames } from '../../../catalog/locales/names.ts';
import { unknownDimensions } from './unknown-dimensions.ts';

const metric = (datasets: string[]): Names['metrics'][string] => ({
  label: '',
  definition: '',
  parameters: {},
  unit: 'count',
  better: 'up',
  statistics: ['median'],
  options: {},
  variants: [],
  counterweight: null,
  smallN: null,
  dataset: datasets[0] ?? null,
  datasets,
});
const names: Names = {
  ...noNames,
  metrics: { csat: metric(['answers']), first_response: metric(['tickets']), response_rate: metric(['answers', 'invitations']) },
  dimensions: {
    carrier: { label: 'Carrier', datasets: ['tickets'], many: false, values: {} },
    category: { label: 'Category', datasets: ['tickets', 'answers'], many: false, values: {} },
  },
};

describe('a filter that a figure knows nothing of', () => {
  it('is found by the datasets of all its metrics', () => {
    const filters = [{ dimension: 'carrier' }, { dimension: 'category' }];
    expect(unknownDimensions(['csat'], filters, names)).toEqual(['carrier']);
    expect(unknownDimensions(['first_response_median(clock=calendar)'], filters, names)).toEqual([]);
    expect(unknownDimensions(['response_rate'], filters, names)).toEqual(['carrier', 'category']);
  });

  it('is none as long as the names are not there', () => {
    expect(unknownDimensions(['csat'], [{ dimension: 'carrier' }], noNames)).toEqual([]);
  });
});
