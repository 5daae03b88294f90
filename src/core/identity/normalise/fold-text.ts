import { normalForm } from './normal-form.ts';

/** Letters that are no letter and mark together. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
};

/**
 * A text without what people write now so, now so: compatible forms made one (NFKC: full width, ligatures), lower case, marks taken off Latin and Greek
 * letters (é is e), all else than letters and digits one space. Chinese stays, and so does Russian but for ё, which is written е; й is a letter of its own.
 */
export function foldText(text: string): string {
  return normalForm(text, 'NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıё]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
