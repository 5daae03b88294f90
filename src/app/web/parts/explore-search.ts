import { type ChartName, chartNames } from '../../../core/model/chart.ts';
import { type LeftOut, leftOuts } from '../../../core/model/dataset.ts';
import type { QueryInput } from '../../../core/model/query.ts';
import { type Grain, grains } from '../../../core/time/grain.ts';
import { defaultComparison, type PageSearch, periodOf, readSearch } from './page-search.ts';

/** What the address of Explore says: a question, and how its answer is drawn. */
export interface ExploreSearch extends PageSearch {
  /** Metrics as a question spells them. */
  readonly metrics?: readonly string[];
  readonly by?: readonly string[];
  readonly grain?: Grain;
  readonly top?: number;
  /** Tickets that do not count otherwise. */
  readonly include?: readonly LeftOut[];
  /** Absent: the first one that fits. */
  readonly chart?: ChartName;
}

export type ExploreChange = { readonly [K in keyof ExploreSearch]?: ExploreSearch[K] | undefined };

/** How many figures and groups a question may have here; the API takes more. */
export const mostFigures = 6;
const mostGroups = 2;

/** Reads an address, dropping what it does not understand. */
export function readExploreSearch(raw: Readonly<Record<string, unknown>>): ExploreSearch {
  const metrics = texts(raw.metrics).slice(0, mostFigures);
  const by = [...new Set(texts(raw.by))].slice(0, mostGroups);
  const grain = grains.find((known) => known === raw.grain);
  const chart = chartNames.find((known) => known === raw.chart);
  const include = leftOuts.filter((kind) => texts(raw.include).includes(kind));
  const top = Number(raw.top);
  return {
    ...readSearch(raw),
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(by.length > 0 ? { by } : {}),
    ...(grain === undefined ? {} : { grain }),
    ...(Number.isInteger(top) && top >= 1 && top <= 1000 ? { top } : {}),
    ...(include.length > 0 ? { include } : {}),
    ...(chart === undefined ? {} : { chart }),
  };
}

/** What an address without a figure shows. */
export const firstQuestion: ExploreSearch = { metrics: ['created'], grain: 'day' };

/** The question of an address; null when it names no figure. Every answer on the page, its exports and its rows come from this one. */
export function exploreQuery(search: ExploreSearch): QueryInput | null {
  const { metrics = [], by = [], include = [], grain, top } = search;
  if (metrics.length === 0) return null;
  return {
    metrics: [...metrics],
    by: [...by],
    ...(grain === undefined ? {} : { grain }),
    period: periodOf(search),
    compare: search.compare ?? defaultComparison,
    filters: [...(search.filters ?? [])],
    ...(include.length > 0 ? { include: [...include] } : {}),
    ...(top === undefined || by.length === 0 ? {} : { top }),
  };
}

function texts(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.filter((each) => typeof each === 'string') : [];
}
