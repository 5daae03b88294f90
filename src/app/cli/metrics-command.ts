import type { Output } from '../../core/model/endpoints/index.ts';
import { notKnown } from '../../engine/query/not-known.ts';
import { rowsCsv } from '../../engine/query/result-csv.ts';
import type { Command } from './command.ts';
import { textTable } from './text-table.ts';

const columns = ['name', 'label', 'unit', 'statistics', 'options', 'variants', 'definition'] as const;

type DescribedMetric = Output<'metrics'>[number];

export const metricsCommand: Command = {
  name: 'metrics',
  doc: 'Lists every metric with its definition, or tells of one',
  usage: 'metrics [METRIC] [--format table|json|csv]',
  positionals: [0, 1],
  options: {},
  run: async ({ arguments: given, format, connect, print }) => {
    const known = await (await connect()).call('metrics', {});
    const [name] = given.positionals;
    const metrics = name === undefined ? known : known.filter((metric) => metric.name === name);
    if (name !== undefined && metrics.length === 0) {
      throw notKnown(
        'metric',
        name,
        known.map((metric) => metric.name),
        '"earshot metrics"',
      );
    }
    const rows = metrics.map(rowOf);
    if (format === 'json') print(JSON.stringify(metrics, null, 2));
    else if (format === 'csv') print(rowsCsv(columns, rows));
    else print(name === undefined ? listOf(rows) : rows.map(cardOf).join('\n'));
    return 0;
  },
};

type MetricRow = Readonly<Record<(typeof columns)[number], string>>;

function rowOf(metric: DescribedMetric): MetricRow {
  return {
    name: metric.name,
    label: metric.label.en ?? '',
    unit: metric.unit,
    statistics: metric.statistics.join(' '),
    options: [
      ...Object.entries(metric.options).map(([name, values]) => `${name}=${values.join('|')}`),
      ...Object.entries(metric.parameters).map(([name, { default: value, unit }]) => `${name}=${value} ${unit}`),
    ].join(' '),
    variants: metric.variants.join(' '),
    definition: metric.definition.en ?? '',
  };
}

function listOf(rows: readonly MetricRow[]): string {
  const cells = rows.map((row) => columns.map((column) => row[column]));
  return textTable(
    columns.map((title) => ({ title })),
    cells,
  );
}

function cardOf(row: MetricRow): string {
  return columns
    .filter((column) => row[column] !== '')
    .map((column) => `${column.padEnd(12)}${row[column]}`)
    .join('\n');
}
