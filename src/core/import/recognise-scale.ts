import { columnWord } from './field-words.ts';
import type { Scale } from './mapping.ts';

/** What a column of scores asks about, by its name; null when it does not say. */
export function kindInName(name: string): 'nps' | 'csat' | 'ces' | null {
  const word = columnWord(name);
  if (/(^|_)(nps|net_promoter|recommend)/.test(word)) return 'nps';
  if (/(^|_)(ces|effort)/.test(word)) return 'ces';
  return /(^|_)(csat|satisfaction|满意度|滿意度)/.test(word) ? 'csat' : null;
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
