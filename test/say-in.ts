import { createInstance } from 'i18next';
import type { Say } from '../src/catalog/charts/chart-context.ts';
import { wordsOf } from '../src/catalog/locales/index.ts';
import { type Locale, locales } from '../src/core/model/locale.ts';

const translator = createInstance();
await translator.init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, { translation: await wordsOf(locale) }]))),
});

/** Says all words of the page in a language, as the page does. */
export function sayIn(locale: Locale): Say {
  const translate = translator.getFixedT(locale);
  return (key, values) => translate(key as string, { ...values });
}
