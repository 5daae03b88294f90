import type { Filter, QueryInput } from '../model/query.ts';

/** The command line that asks a question: `earshot query 'created,csat' --by channel --period 'last 28 days'`. For a POSIX shell. */
export function queryCommand(query: QueryInput): string {
  const options: readonly (readonly [string, string | undefined])[] = [
    ['by', query.by?.length ? query.by.join(',') : undefined],
    ['grain', query.grain],
    ...periodOptions(query.period),
    ['compare', query.compare === 'none' ? undefined : query.compare],
    ...(query.filters ?? []).map((filter) => ['filter', filterText(filter)] as const),
    ['include', query.include?.length ? query.include.join(',') : undefined],
    ['zone', query.zone],
    ['week-start', query.weekStart?.toString()],
    ['top', query.top?.toString()],
  ];
  const said = options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, shellWord(value)]));
  return ['earshot query', shellWord(query.metrics.join(',')), ...said].join(' ');
}

function periodOptions(period: QueryInput['period']): readonly (readonly [string, string])[] {
  if (period === undefined) return [['period', 'last 28 days']];
  return typeof period === 'string'
    ? [['period', period]]
    : [
        ['from', period.from],
        ['until', period.until],
      ];
}

function filterText({
  dimension,
  operator,
  values = [],
}: Pick<Filter, 'dimension' | 'operator'> & { values?: readonly string[] | undefined }): string {
  return [dimension, operator, values.map(listed).join(',')].filter((part) => part !== '').join(' ');
}

/** A value of a list with commas between: quoted where it would be taken apart. */
function listed(value: string): string {
  return value === '' || value !== value.trim() || /[,"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Text as one word of a shell. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
