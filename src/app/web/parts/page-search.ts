import { operators } from '../../../core/model/operator.ts';
import type { Filter, QueryInput } from '../../../core/model/query.ts';
import { defaultPeriod } from '../../../core/time/period.ts';

/** What was pointed at on a tile. */
export interface Drill {
  readonly tile: string;
  readonly metric: string;
  readonly group: Readonly<Record<string, string>>;
  readonly bucket?: string;
}

export type Comparison = 'none' | 'previous' | 'year';

/** What the address of a board says. What is absent is at its default. */
export interface PageSearch {
  readonly period?: string;
  readonly compare?: Comparison;
  readonly filters?: readonly Filter[];
  readonly drill?: Drill;
  readonly ticket?: string;
  /** Local day that the morning page tells of. */
  readonly day?: string;
  /** Figure by which agents are looked at. */
  readonly figure?: string;
  /** Tile whose definition is shown. */
  readonly explain?: string;
  /** Tile or finding whose change is explained. */
  readonly why?: string;
  /** Dimensions whose filters are left out of a tile, by tile, because its figure knows nothing of them. */
  readonly without?: Readonly<Record<string, readonly string[]>>;
  /** Tiles that are shown as a table. */
  readonly tables?: readonly string[];
}

export const defaultComparison: Comparison = 'previous';

const comparisons: readonly string[] = ['none', 'previous', 'year'];

/** Reads an address, dropping what it does not understand. */
export function readSearch(raw: Readonly<Record<string, unknown>>): PageSearch {
  const drill = readDrill(raw.drill);
  const filters = list(raw.filters).flatMap(readFilter);
  const tables = list(raw.tables).filter(isText);
  const without = isRecord(raw.without)
    ? Object.fromEntries(Object.entries(raw.without).map(([tile, dimensions]) => [tile, list(dimensions).filter(isText)]))
    : {};
  return {
    ...readTexts(raw),
    ...(isText(raw.compare) && comparisons.includes(raw.compare) ? { compare: raw.compare as Comparison } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(drill === null ? {} : { drill }),
    ...(isDay(raw.day) ? { day: raw.day } : {}),
    ...(Object.keys(without).length > 0 ? { without } : {}),
    ...(tables.length > 0 ? { tables } : {}),
  };
}

const textNames = ['period', 'ticket', 'figure', 'explain', 'why'] as const;

function readTexts(raw: Readonly<Record<string, unknown>>): Pick<PageSearch, (typeof textNames)[number]> {
  return Object.fromEntries(textNames.flatMap((name) => (isText(raw[name]) ? [[name, raw[name]]] : [])));
}

/** The period of an address, as queries take it: words, or `2026-10-01..2026-10-28`. */
export function periodOf(search: PageSearch): NonNullable<QueryInput['period']> {
  return search.period ?? defaultPeriod;
}

function readDrill(raw: unknown): Drill | null {
  if (!isRecord(raw) || !isText(raw.tile) || !isText(raw.metric)) return null;
  const group = isRecord(raw.group) ? Object.entries(raw.group).filter((entry): entry is [string, string] => isText(entry[1])) : [];
  return { tile: raw.tile, metric: raw.metric, group: Object.fromEntries(group), ...(isText(raw.bucket) ? { bucket: raw.bucket } : {}) };
}

function readFilter(raw: unknown): Filter[] {
  if (!isRecord(raw) || !isText(raw.dimension)) return [];
  const operator = operators.find((known) => known === raw.operator);
  return operator === undefined ? [] : [{ dimension: raw.dimension, operator, values: list(raw.values).filter(isText) }];
}

function list(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

export function isDay(raw: unknown): raw is string {
  return isText(raw) && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw));
}

function isText(raw: unknown): raw is string {
  return typeof raw === 'string';
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
