import type { Locale } from '../../../core/model/locale.ts';

/** Somewhere to go by name, or something to do. */
export interface Place {
  readonly kind: 'pages' | 'boards' | 'metrics' | 'actions';
  readonly name: string;
  readonly path: string;
}

/** Places whose name or address holds every word typed, those that begin with it first; each address once. */
export function findPlaces(places: readonly Place[], typed: string, locale: Locale): readonly Place[] {
  const words = typed.trim().toLocaleLowerCase(locale).split(/\s+/);
  const seen = new Set<string>();
  const matching = places.filter(({ name, path }) => {
    const text = `${name.toLocaleLowerCase(locale)} ${path}`;
    if (seen.has(path) || !words.every((word) => text.includes(word))) return false;
    seen.add(path);
    return true;
  });
  const rank = ({ name }: Place) => (name.toLocaleLowerCase(locale).startsWith(words[0] ?? '') ? 0 : 1);
  return [...matching].sort((a, b) => rank(a) - rank(b));
}
