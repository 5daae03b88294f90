/** The languages of the product. */
export const locales = ['en', 'zh-Hans', 'zh-Hant', 'ru'] as const;

export type Locale = (typeof locales)[number];

/** A text in every language. */
export type Texts = Readonly<Record<Locale, string>>;
