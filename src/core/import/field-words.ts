import type { FieldWord } from './words/english.ts';
import { languages, wordList } from './words/index.ts';

export type { FieldWord } from './words/english.ts';

/** A column name in small letters, other characters as `_`: `Created Date` and `createdDate` are `created_date`. */
export function columnWord(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

const particles = new Set(['de', 'del', 'la', 'el', 'le', 'du', 'des', 'd', 'l', 'der', 'die', 'das', 'the', 'of']);

/** A column name as headers are compared: without accents on Latin letters, and without articles and the like between other words. */
export function headerWord(name: string): string {
  const plain = columnWord(name)
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ё', 'е');
  const parts = plain.split('_');
  const telling = parts.filter((part) => !particles.has(part));
  return telling.length === 0 ? plain : telling.join('_');
}

const words = new Map<FieldWord, readonly string[]>();

/** What people call a thing in the header of a file, in every language that is understood, the surest first; as `headerWord` writes it. */
export function fieldWords(field: FieldWord): readonly string[] {
  const known = words.get(field) ?? [...new Set(languages.flatMap(({ fields }) => wordList(fields[field])).map(headerWord))];
  words.set(field, known);
  return known;
}
