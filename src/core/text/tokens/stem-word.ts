import stemmers from 'snowball-stemmers';

const algorithms: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

const known = new Map<string, { readonly stem: (word: string) => string; readonly words: Map<string, string> }>();
const mostKept = 50_000;
/** Longer ones are no words. */
const longestWord = 64;

/** The stem that inflected forms of a word share, by Snowball (Porter 2001), for its language by ISO 639-1. Words of other languages stay. Lower case in and out. */
export function stemWord(word: string, language: string): string {
  const algorithm = algorithms[language.slice(0, 2)];
  if (algorithm === undefined || word.length > longestWord) return word;
  const { stem, words } = stemmerOf(algorithm);
  const found = words.get(word);
  if (found !== undefined) return found;
  if (words.size >= mostKept) words.clear();
  const made = stem(word);
  words.set(word, made);
  return made;
}

function stemmerOf(algorithm: string) {
  const found = known.get(algorithm);
  if (found) return found;
  const stemmer = stemmers.newStemmer(algorithm);
  const made = { stem: (word: string) => stemmer.stem(word), words: new Map<string, string>() };
  known.set(algorithm, made);
  return made;
}
