import { metrics } from '../../../catalog/metrics/index.ts';
import { unitOnClock } from '../../../core/model/duration-unit.ts';
import type { Example, Metric, Unit } from '../../../core/model/metric.ts';
import { readMetricSpelling } from '../../../core/model/metric-spelling.ts';
import { underVariant } from '../../../core/model/metric-variant.ts';
import { type CellContext, nameCell } from './name-cell.ts';

/** A metric of the catalog; undefined when there is none of that name. */
export function metricNamed(name: string): Metric | undefined {
  return metrics.find((metric) => metric.name === name);
}

/** The unit of a metric as a call asks for it: `csat(variant=article)` is a score and no percentage. */
export function unitOfCall(call: string): Unit | undefined {
  const { name, choices } = readMetricSpelling(call);
  const metric = metricNamed(name) ?? metricNamed(name.replace(/_(median|p90|mean)$/, ''));
  return metric === undefined
    ? undefined
    : unitOnClock(underVariant(metric, choices.variant ?? '').unit, { clock: metric.options?.clock?.[0] ?? '', ...choices });
}

/** Columns of the rows of an example, the id first, without those that all have alike. */
export function exampleColumns({ rows }: Example): readonly string[] {
  const columns = [...new Set(['id', ...rows.flatMap(Object.keys)])].filter((column) => rows.some((row) => column in row));
  const telling = columns.filter((column) => column === 'id' || new Set(rows.map((row) => JSON.stringify(row[column]))).size > 1);
  return rows.length > 1 && telling.length > 1 ? telling : columns;
}

/** A cell of an example: a list as its items, each as its values; what is known to be absent as a dash. */
export function exampleCell(column: string, value: unknown, metric: Metric, context: CellContext): readonly string[] {
  if (value === null) return ['–'];
  if (!Array.isArray(value)) return [nameCell(column, value, context)];
  const list = metric.kind === 'composed' ? undefined : metric.dataset.arrayJoin;
  const prefix = list?.list === column ? `${list.as}_` : '';
  return value.map((item: unknown) => itemText(item, prefix, context));
}

/** Spans call their ends from and until, which are instants as columns named `…_at` are. */
function itemText(item: unknown, prefix: string, context: CellContext): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const columnOf = (field: string) => (field === 'from' || field === 'until' ? 'at' : `${prefix}${field}`);
  const cells = Object.entries(item).map(([field, value]) => (value === null ? '…' : nameCell(columnOf(field), value, context)));
  return cells.filter((cell) => cell !== '').join(' · ');
}
