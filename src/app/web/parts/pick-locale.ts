import { type Locale, locales } from '../../../core/model/locale.ts';

/** The language of the product that fits a reader's wishes best: `zh-TW` and `zh-HK` read traditional Chinese. English when none fits. */
export function pickLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const fitting = localeOf(wish);
    if (fitting !== null) return fitting;
  }
  return 'en';
}

function localeOf(tag: string): Locale | null {
  if (/^zh-Hans\b/i.test(tag)) return 'zh-Hans';
  if (/^zh\b.*\b(Hant|TW|HK|MO)\b/i.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  return locales.find((locale) => locale === tag.split('-')[0]) ?? null;
}
