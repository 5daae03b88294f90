import type { Locale, Texts } from './locale.ts';

/** Where a definition is from: a citation that is the same in all languages (products, sites, columns, numbers), or a text in each. */
export type Reference = string | Texts;

/** A reference as one reads it in a language. */
export function referenceIn(reference: Reference, locale: Locale): string {
  return typeof reference === 'string' ? reference : reference[locale];
}
