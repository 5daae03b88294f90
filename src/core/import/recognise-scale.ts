import { columnWord } from './field-words.ts';
import type { Scale } from './mapping.ts';

/** Kinds of survey that a question can be known by. */
export const askedKinds = ['nps', 'ces', 'csat', 'fcr'] as const;
export type AskedKind = (typeof askedKinds)[number];

/** What questions and columns of each kind hold, in the languages that are understood. */
const kinds: readonly (readonly [kind: AskedKind, pattern: RegExp])[] = [
  ['nps', /(^|_)(nps|net_promoter|recommend|recomend|recommand|weiterempf|рекоменд|порекоменд)|推荐|推薦/],
  ['ces', /(^|_)(ces|effort|how_easy|aufwand|esfuerzo|усили)|费力|費力/],
  ['csat', /(^|_)(csat|satisf|zufrieden|удовлетвор)|满意|滿意/],
  ['fcr', /(^|_)(fcr|first_(contact|call)_resolution|resolved|solved|gelöst|reglé|résolu|resuelt|resolvi|реш[её]н|решили)|解决|解決/],
];

/** What a column of scores asks about, by its name; null when it does not say. */
export function kindInName(name: string): AskedKind | null {
  const word = columnWord(name);
  return kinds.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const usual: readonly (readonly [max: number, min: number])[] = [
  [1, 0],
  [5, 1],
  [7, 1],
  [10, 1],
  [100, 0],
];

/** Questions for how much effort it was, not for how easy. */
const askedForEffort =
  /how_much_effort|amount_of_effort|wie_(viel|groß|gross|hoch)\p{L}*(_\p{L}+)*_aufwand|aufwand_war|combien_d_effort|cu[aá]nto_esfuerzo|сколько_усилий|多费力|多費力|费了多|費了多/u;

/** The smallest usual scale that holds every value. NPS is always 0 to 10; much effort is worse. */
export function recogniseScale(values: readonly string[], name: string): Scale {
  const numbers = values.map((value) => Number(value.replace(',', '.'))).filter((value) => Number.isFinite(value));
  const largest = Math.max(0, ...numbers);
  const smallest = Math.min(...numbers, largest);
  const direction = kindInName(name) === 'ces' && askedForEffort.test(columnWord(name)) ? ('down' as const) : ('up' as const);
  const base = { step: 1, direction };
  if (kindInName(name) === 'nps') return { ...base, min: 0, max: 10 };
  const [max, min] = usual.find(([top]) => largest <= top) ?? [largest, 0];
  return { ...base, min: Math.min(min, smallest), max };
}
