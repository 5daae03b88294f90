import { type LeftOut, leftOuts } from '../../core/model/dataset.ts';
import { operators } from '../../core/model/operator.ts';
import type { Filter, QueryInput } from '../../core/model/query.ts';
import { grains } from '../../core/time/grain.ts';
import type { Arguments, CommandOptions } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Options of every command that asks a question. */
export const queryOptions: CommandOptions = {
  by: { type: 'string', doc: 'dimensions to group by, with commas between', value: 'A,B' },
  grain: { type: 'string', doc: 'one row for each', value: 'GRAIN', allowed: grains },
  period: { type: 'string', doc: "'last month', 'last 28 days', 2026-10-01..2026-10-28, all (default)", value: 'PERIOD' },
  from: { type: 'string', doc: 'first local day, or an instant', value: 'DAY' },
  until: { type: 'string', doc: 'last local day, or an instant', value: 'DAY' },
  compare: { type: 'string', doc: 'with what', value: 'WITH', allowed: ['none', 'previous', 'year'] },
  filter: {
    type: 'string',
    doc: `'channel any of email,chat', 'category any of "a, b"'; operators: ${operators.join(', ')}`,
    value: 'FILTER',
    multiple: true,
  },
  include: { type: 'string', doc: `tickets that do not count otherwise: ${leftOuts.join(', ')}, with commas between`, value: 'KINDS' },
  zone: { type: 'string', doc: 'IANA time zone', value: 'ZONE' },
  'week-start': { type: 'string', doc: '1 Monday to 7 Sunday', value: 'DAY', allowed: ['1', '2', '3', '4', '5', '6', '7'] },
  top: { type: 'string', doc: 'keep the N largest groups of the first dimension; the rest is "others"', value: 'N' },
};

/** The question that the command line asks. */
export function queryOf(given: Arguments, metrics: string): QueryInput {
  const [grain, zone, weekStart, top] = [given.text('grain'), given.text('zone'), given.text('week-start'), given.text('top')];
  const names = splitMetrics(metrics);
  if (names.length === 0) throw new UsageError('No metric is named; "earshot metrics" lists them.');
  return {
    metrics: names,
    by: listOf(given.text('by')),
    period: periodOf(given),
    compare: (given.text('compare') ?? 'none') as QueryInput['compare'],
    filters: given.texts('filter').map(readFilter),
    ...includeOf(given.text('include')),
    ...(grain === undefined ? {} : { grain: grain as (typeof grains)[number] }),
    ...(zone === undefined ? {} : { zone }),
    ...(weekStart === undefined ? {} : { weekStart: Number(weekStart) }),
    ...(top === undefined ? {} : { top: wholeNumber('top', top) }),
  };
}

/** @throws UsageError for a kind that there is not */
function includeOf(text: string | undefined): Pick<QueryInput, 'include'> {
  if (text === undefined) return {};
  const kinds = listOf(text);
  const unknown = kinds.find((kind) => !leftOuts.some((known) => known === kind));
  if (unknown !== undefined) throw new UsageError(`--include cannot be "${unknown}"; allowed are ${leftOuts.join(', ')}.`);
  return { include: kinds as LeftOut[] };
}

/** Metrics with commas between; commas inside parentheses belong to the choices of one. */
export function splitMetrics(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Reads `channel any of email,chat`, `tag is empty`.
 * @throws UsageError when no operator stands in it, or a quote is left open
 */
export function readFilter(text: string): Filter {
  const longestFirst = [...operators].sort((a, b) => b.length - a.length);
  const match = new RegExp(`^\\s*(\\S+)\\s+(${longestFirst.join('|')})(?:\\s+(.*))?$`).exec(text);
  const [, dimension, operator, values] = match ?? [];
  if (!dimension || !operator) {
    throw new UsageError(`--filter "${text}" has no operator; write 'channel any of email,chat' with one of ${operators.join(', ')}.`);
  }
  return { dimension, operator: operator as Filter['operator'], values: valuesOf(values ?? '') };
}

/**
 * Values with commas between; one with a comma or nothing in it stands in double quotes, and a quote in it is doubled.
 * @throws UsageError for a quote that is opened and not closed
 */
function valuesOf(text: string): string[] {
  const cells = text.match(/\s*"(?:[^"]|"")*"\s*(?=,|$)|[^,]+/g) ?? [];
  return cells.map((cell) => cell.trim()).flatMap((cell) => (cell.startsWith('"') ? [unquoted(cell)] : cell || []));
}

function unquoted(cell: string): string {
  if (/^"(?:[^"]|"")*"$/.test(cell)) return cell.slice(1, -1).replaceAll('""', '"');
  throw new UsageError(`The quote in ${cell} is not closed; write "a, b", and "" for a quote inside.`);
}

/** A whole number of at least 1. */
export function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${option} cannot be "${text}"; a whole number of at least 1 is needed.`);
  return Number(text);
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function periodOf(given: Arguments): NonNullable<QueryInput['period']> {
  const [period, from, until] = [given.text('period'), given.text('from'), given.text('until')];
  if (from === undefined && until === undefined) return period ?? 'all';
  if (period !== undefined) throw new UsageError('--period and --from … --until … cannot stand together; give one of them.');
  if (from === undefined || until === undefined) throw new UsageError('--from and --until go together; give both.');
  return { from, until };
}
