import type { Names } from '../../../catalog/locales/names.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import type { Filter, QueryInput } from '../../../core/model/query.ts';
import type { Grain } from '../../../core/time/grain.ts';
import { defaultPeriod, splitPeriod } from '../../../core/time/period.ts';
import { defaultComparison, type PageSearch, periodOf } from './page-search.ts';
import { unknownDimensions } from './unknown-dimensions.ts';

/** The question of a tile: its own, with the period, the comparison and the filters of the page. */
export function tileQuery(tile: Tile, search: PageSearch): QueryInput {
  const { grain: wanted } = tile.query;
  const grain = wanted === undefined || tile.keepsGrain ? wanted : grainFor(search.period ?? defaultPeriod, wanted);
  return {
    ...tile.query,
    ...(grain === undefined ? {} : { grain }),
    period: tile.query.period ?? periodOf(search),
    compare: comparisonOf(tile, search),
    filters: [...(tile.query.filters ?? []), ...filtersOfPage(tile, search)],
  };
}

/** The filters of the page that touch a tile. */
export function filtersOfPage(tile: Tile, { filters = [], without }: PageSearch): readonly Filter[] {
  if (tile.alone) return [];
  const dropped = without?.[tile.name] ?? [];
  return filters.filter(({ dimension }) => !dropped.includes(dimension));
}

/** What the page compares with; a tile of groups only where it asks for a comparison. */
function comparisonOf({ query }: Tile, search: PageSearch): NonNullable<QueryInput['compare']> {
  if (query.period !== undefined) return query.compare ?? 'none';
  if (query.compare === 'none') return 'none';
  return query.by === undefined || query.compare !== undefined ? (search.compare ?? defaultComparison) : 'none';
}

/** The question for one figure without a course, such as a counterweight; without the filters that it knows nothing of. */
export function figureQuery(metric: string, search: PageSearch, names: Names): QueryInput {
  const filters = search.filters ?? [];
  const unknown = unknownDimensions([metric], filters, names);
  return { metrics: [metric], period: periodOf(search), filters: filters.filter(({ dimension }) => !unknown.includes(dimension)) };
}

const dayMs = 86_400_000;
const grainsByLength: readonly Grain[] = ['hour', 'day', 'week', 'month', 'quarter'];

/** The grain that gives a period some 7 to 90 points; never finer than the tile asks for, but for a period of up to two days. */
export function grainFor(period: string, wanted: Grain): Grain {
  const days = daysOf(period);
  if (days <= 2) return 'hour';
  const fitting = days <= 92 ? 'day' : days <= 400 ? 'week' : 'month';
  const finest = Math.max(grainsByLength.indexOf(fitting), days <= 14 ? 0 : grainsByLength.indexOf(wanted));
  return grainsByLength[finest] ?? fitting;
}

const lengths: Readonly<Record<string, number>> = {
  today: 1,
  yesterday: 1,
  'this month': 31,
  'last month': 31,
  'this quarter': 92,
  'last quarter': 92,
  'this year': 366,
  'last year': 366,
  all: 3660,
};

const unitDays: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

function daysOf(period: string): number {
  const written = splitPeriod(period);
  if (written !== null) return (Date.parse(written.until) - Date.parse(written.from)) / dayMs + 1;
  const [, count, unit] = /^last (\d+) (day|week|month|quarter|year)s?$/.exec(period) ?? [];
  return count === undefined ? (lengths[period] ?? 28) : Number(count) * (unitDays[unit ?? 'day'] ?? 1);
}
