/**
 * One degree of likeness of two values, declared as data. `exact`: the same text. `jaro-winkler`: at least so alike (names). `levenshtein`,
 * `damerau-levenshtein`: at most so many edits (numbers, dates). `gram-cosine`, `gram-jaccard`: at least so alike by grams (titles, addresses), the
 * cosine with rare grams of that field weighing more. `number`: at most so far apart. `start`: the same first letters. `crossed`: the value stands in
 * the other field of the other record and the other way round (given name and surname swapped).
 */
export type ComparisonLevel =
  | { readonly kind: 'exact' }
  | { readonly kind: 'jaro-winkler'; readonly atLeast: number }
  | { readonly kind: 'levenshtein'; readonly atMost: number }
  | { readonly kind: 'damerau-levenshtein'; readonly atMost: number }
  | { readonly kind: 'gram-cosine'; readonly atLeast: number; readonly size?: number }
  | { readonly kind: 'gram-jaccard'; readonly atLeast: number; readonly size?: number }
  | { readonly kind: 'number'; readonly atMost: number }
  | { readonly kind: 'start'; readonly letters: number }
  | { readonly kind: 'crossed'; readonly with: string };

/** How one field is compared. */
export interface Comparison {
  readonly name: string;
  /** The field; `name` where it is not said. */
  readonly field?: string;
  /** From most alike to least: the first that holds is the level. After them stands "differs". A missing value is no level: it carries no weight. */
  readonly levels: readonly ComparisonLevel[];
  /** Whether agreeing exactly on a rare value weighs more than on a common one. */
  readonly termFrequency?: boolean;
}

/** A level in short words, for the explanation of a match. */
export function levelName(level: ComparisonLevel): string {
  switch (level.kind) {
    case 'exact':
      return 'exact';
    case 'start':
      return `same first ${level.letters}`;
    case 'crossed':
      return `crossed with ${level.with}`;
    default:
      return 'atLeast' in level ? `${level.kind} ≥ ${level.atLeast}` : `${level.kind} ≤ ${level.atMost}`;
  }
}
