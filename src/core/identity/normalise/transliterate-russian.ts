import { normalForm } from './normal-form.ts';

const icao: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Russian letters in Latin, lower case, as in passports: ICAO Doc 9303, part 3, section 6. All other letters stay. Щукин: shchukin. */
export function transliterateRussian(text: string): string {
  return normalForm(text, 'NFC')
    .toLowerCase()
    .replace(/[а-яё]/gu, (letter) => icao[letter] ?? letter);
}
