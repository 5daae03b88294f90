import type { Dimension } from '../../core/model/dimension.ts';
import { valueTexts } from '../locales/values.ts';

const numbers = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

/** Lists that Intl names, by the key of their words. */
const counted: Readonly<Record<string, readonly string[]>> = { hour: numbers(0, 23), weekday: numbers(1, 7) };

/** The values that a dimension can have beside the empty one, which is "not known"; null where they are names. */
export function closedValues({ values = '' }: Dimension): readonly string[] | null {
  const texts = valueTexts[values];
  return counted[values] ?? (texts === undefined ? null : Object.keys(texts));
}
