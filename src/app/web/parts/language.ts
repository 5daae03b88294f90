import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { words } from '../../../catalog/locales/index.ts';
import type { Reader } from '../../../catalog/locales/names.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';
import { pickLocale } from './pick-locale.ts';

const remembered = 'earshot-language';
const translator = createInstance();

/** Loads the words of the reader's language: the one chosen before, else the one of the browser. */
export async function startLanguage(): Promise<void> {
  const chosen = localStorage.getItem(remembered);
  await translator.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
  });
  await speak(pickLocale(chosen === null ? navigator.languages : [chosen, ...navigator.languages]));
}

/** Changes the language and remembers it. */
export async function chooseLanguage(locale: Locale): Promise<void> {
  localStorage.setItem(remembered, locale);
  await speak(locale);
}

/** The language of the page and its words. `{{n}}` is the count as the language writes it. */
export function useReader(): Reader {
  const { t, i18n } = useTranslation(undefined, { i18n: translator });
  const locale = locales.find((known) => known === i18n.language) ?? 'en';
  return {
    locale,
    say: (key, values) => t(key as string, withCount(values, locale)),
  };
}

async function speak(locale: Locale): Promise<void> {
  translator.addResourceBundle(locale, 'translation', await words[locale]());
  await translator.changeLanguage(locale);
  document.documentElement.lang = locale;
}

function withCount(values: Readonly<Record<string, string | number>> = {}, locale: Locale): Record<string, string | number> {
  return typeof values.count === 'number' ? { n: formatCount(values.count, locale), ...values } : { ...values };
}
