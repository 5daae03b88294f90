declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  interface Stemmers {
    newStemmer(language: string): Stemmer;
    algorithms(): string[];
  }
  const stemmers: Stemmers;
  // biome-ignore lint/style/noDefaultExport: how the package exports
  export default stemmers;
}
