import { cannotAnswer } from '../../stats/column.ts';

/**
 * The runs of `size` code points of a text with how often each stands there. `isPadded` puts a space at both ends, so that the first and last letters
 * weigh as much; a text shorter than a run is one run by itself. An empty text has none.
 * @throws UserError for a size that is no whole number from 1 on
 */
export function gramsOf(text: string, size = 3, isPadded = false): Map<string, number> {
  if (!Number.isSafeInteger(size) || size < 1) throw cannotAnswer(`the size of a gram is a whole number from 1 on, not ${size}`);
  const grams = new Map<string, number>();
  if (text === '') return grams;
  const letters = Array.from(isPadded ? ` ${text} ` : text);
  const last = Math.max(0, letters.length - size);
  for (let i = 0; i <= last; i++) {
    const gram = letters.slice(i, i + size).join('');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}
