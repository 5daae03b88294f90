import { columnWord } from './field-words.ts';
import type { Scale } from './mapping.ts';

/** What questions and columns of each kind hold, in the languages that are understood. */
const kinds: readonly (readonly [kind: 'nps' | 'csat' | 'ces', pattern: RegExp])[] = [
  ['nps', /(^|_)(nps|net_promoter|recommend|recomend|recommand|weiterempf|рекоменд|порекоменд)|推荐|推薦/],
  ['ces', /(^|_)(ces|effort|how_easy|aufwand|esfuerzo|усили)|费力|費力/],
  ['csat', /(^|_)(csat|satisf|zufrieden|удовлетвор)|满意|滿意/],
];

/** What a column of scores asks about, by its name; null when it does not say. */
export function kindInName(name: string): 'nps' | 'csat' | 'ces' | null {
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

/** The smallest usual scale that holds every value. NPS is always 0 to 10. */
export function recogniseScale(values: readonly string[], name: string): Scale {
  const numbers = values.map((value) => Number(value.replace(',', '.'))).filter((value) => Number.isFinite(value));
  const largest = Math.max(0, ...numbers);
  const smallest = Math.min(...numbers, largest);
  const base = { step: 1, direction: 'up' as const };
  if (kindInName(name) === 'nps') return { ...base, min: 0, max: 10 };
  const [max, min] = usual.find(([top]) => largest <= top) ?? [largest, 0];
  return { ...base, min: Math.min(min, smallest), max };
}
