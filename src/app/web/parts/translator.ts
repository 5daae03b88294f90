import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Area, wordsOf } from '../../../catalog/locales/index.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';

/** Says the words of the page in the reader's language. */
export const translator = createInstance();

const spoken = new Set<Area>(['page']);

/** Makes it ready to speak. */
export async function startTranslator(): Promise<void> {
  await translator.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
  });
}

/** Loads the words of an area of the page, for its route to wait for. */
export async function loadWords(area: Area): Promise<void> {
  if (spoken.has(area)) return;
  const locale = locales.find((known) => known === translator.language) ?? 'en';
  translator.addResourceBundle(locale, 'translation', await wordsOf(locale, [area]));
  spoken.add(area);
}

/** Goes over to a language, with the words of all areas that were loaded. */
export async function speak(locale: Locale): Promise<void> {
  translator.addResourceBundle(locale, 'translation', await wordsOf(locale, [...spoken]));
  await translator.changeLanguage(locale);
  document.documentElement.lang = locale;
}
