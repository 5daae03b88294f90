import type { Locale } from '../../core/model/locale.ts';

/** The words of each language, loaded when the language is chosen. */
export const words: Readonly<Record<Locale, () => Promise<Readonly<Record<string, string>>>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-hant.ts')).zhHant,
  ru: async () => (await import('./ru.ts')).ru,
};

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  ru: 'Русский',
};
