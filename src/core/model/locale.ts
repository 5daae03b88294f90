/** The languages of the product. */
export const locales = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;

export type Locale = (typeof locales)[number];

/** A text in every language. */
export type Texts = Readonly<Record<Locale, string>>;

/** A text in every language, in the order of the vocabulary. */
export function texts(en: string, simplifiedChinese: string, traditionalChinese: string, russian: string): Texts {
  return { en, 'zh-Hans': simplifiedChinese, 'zh-Hant': traditionalChinese, ru: russian };
}
