import { rowsCsv } from '../../engine/query/result-csv.ts';
import type { Command } from './command.ts';
import { textTable } from './text-table.ts';

const columns = ['name', 'label', 'unit', 'statistics', 'options', 'variants', 'definition'];

export const metricsCommand: Command = {
  name: 'metrics',
  doc: 'Lists every metric with its definition',
  usage: 'metrics [--format table|json|csv]',
  positionals: [0, 0],
  options: {},
  run: async ({ format, connect, print }) => {
    const metrics = await (await connect()).call('metrics', {});
    const rows = metrics.map((metric) => ({
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
    }));
    if (format === 'json') print(JSON.stringify(metrics, null, 2));
    else if (format === 'csv') print(rowsCsv(columns, rows));
    else {
      const cells = rows.map((row) => columns.map((column) => row[column as keyof typeof row]));
      print(
        textTable(
          columns.map((title) => ({ title })),
          cells,
        ),
      );
    }
    return 0;
  },
};
