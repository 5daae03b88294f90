import type { Locale } from '../../core/model/locale.ts';

type AreaWords = Readonly<Record<Locale, () => Promise<Readonly<Record<string, string>>>>>;

/** The words of each area of the page in each language. `page` is there from the start; the others are loaded with the pages that say them. */
export const words = {
  page: {
    en: async () => (await import('./page/en.ts')).en,
    'zh-Hans': async () => (await import('./page/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./page/zh-hant.ts')).zhHant,
    ru: async () => (await import('./page/ru.ts')).ru,
  },
  imports: {
    en: async () => (await import('./imports/en.ts')).en,
    'zh-Hans': async () => (await import('./imports/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./imports/zh-hant.ts')).zhHant,
    ru: async () => (await import('./imports/ru.ts')).ru,
  },
  boards: {
    en: async () => (await import('./boards/en.ts')).en,
    'zh-Hans': async () => (await import('./boards/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./boards/zh-hant.ts')).zhHant,
    ru: async () => (await import('./boards/ru.ts')).ru,
  },
  home: {
    en: async () => (await import('./home/en.ts')).en,
    'zh-Hans': async () => (await import('./home/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./home/zh-hant.ts')).zhHant,
    ru: async () => (await import('./home/ru.ts')).ru,
  },
  explore: {
    en: async () => (await import('./explore/en.ts')).en,
    'zh-Hans': async () => (await import('./explore/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./explore/zh-hant.ts')).zhHant,
    ru: async () => (await import('./explore/ru.ts')).ru,
  },
  views: {
    en: async () => (await import('./views/en.ts')).en,
    'zh-Hans': async () => (await import('./views/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./views/zh-hant.ts')).zhHant,
    ru: async () => (await import('./views/ru.ts')).ru,
  },
  settings: {
    en: async () => (await import('./settings/en.ts')).en,
    'zh-Hans': async () => (await import('./settings/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./settings/zh-hant.ts')).zhHant,
    ru: async () => (await import('./settings/ru.ts')).ru,
  },
  data: {
    en: async () => (await import('./data/en.ts')).en,
    'zh-Hans': async () => (await import('./data/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./data/zh-hant.ts')).zhHant,
    ru: async () => (await import('./data/ru.ts')).ru,
  },
  tickets: {
    en: async () => (await import('./tickets/en.ts')).en,
    'zh-Hans': async () => (await import('./tickets/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./tickets/zh-hant.ts')).zhHant,
    ru: async () => (await import('./tickets/ru.ts')).ru,
  },
  metrics: {
    en: async () => (await import('./metrics/en.ts')).en,
    'zh-Hans': async () => (await import('./metrics/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./metrics/zh-hant.ts')).zhHant,
    ru: async () => (await import('./metrics/ru.ts')).ru,
  },
  refusals: {
    en: async () => (await import('./refusals/en.ts')).en,
    'zh-Hans': async () => (await import('./refusals/zh-hans.ts')).zhHans,
    'zh-Hant': async () => (await import('./refusals/zh-hant.ts')).zhHant,
    ru: async () => (await import('./refusals/ru.ts')).ru,
  },
} as const satisfies Readonly<Record<string, AreaWords>>;

/** A part of the page whose words are loaded together. */
export type Area = keyof typeof words;

/** Every area, in order. */
const areas = Object.keys(words) as readonly Area[];

/** The words of some areas, all of them by default, in one language. */
export async function wordsOf(locale: Locale, wanted: readonly Area[] = areas): Promise<Readonly<Record<string, string>>> {
  const loaded = await Promise.all(wanted.map((area) => words[area][locale]()));
  return Object.assign({}, ...loaded);
}

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ru: 'Русский',
};
