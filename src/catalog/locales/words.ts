import type { en } from './en.ts';

type EnglishKey = keyof typeof en;
type StemOf<K> = K extends `${infer Stem}_one` ? Stem : never;
type PluralKey = StemOf<EnglishKey>;
type PlainKey = Exclude<EnglishKey, `${PluralKey}_one` | `${PluralKey}_other`>;

/** A word of the page; a plural is named without its form. */
export type WordKey = PlainKey | PluralKey;

/** All words of a language with the plural forms that it has. A missing or an extra one does not compile. */
export type Words<Form extends string> = Readonly<Record<PlainKey | `${PluralKey}_${Form}`, string>>;
