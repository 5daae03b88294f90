import { queryOptions, useQuery } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { type Area, wordsOf } from '../../../catalog/locales/index.ts';
import { type NamingReader, noNames } from '../../../catalog/locales/names.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';
import { queries } from '../queries.ts';
import { call } from './call.ts';
import { pickLocale } from './pick-locale.ts';

const remembered = 'earshot-language';
const translator = createInstance();
const spoken = new Set<Area>(['page']);

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

/** Loads the words of an area of the page, for its route to wait for. */
export async function loadWords(area: Area): Promise<void> {
  if (spoken.has(area)) return;
  const locale = locales.find((known) => known === translator.language) ?? 'en';
  translator.addResourceBundle(locale, 'translation', await wordsOf(locale, [area]));
  spoken.add(area);
}

/** The language of the page, its words and names. `{{n}}` is the count as the language writes it. */
export function useReader(): NamingReader {
  const { t, i18n } = useTranslation(undefined, { i18n: translator });
  const locale = locales.find((known) => known === i18n.language) ?? 'en';
  const { data } = useQuery(namesIn(locale));
  return {
    locale,
    names: data ?? noNames,
    say: (key, values) => t(key as string, withCount(values, locale)),
  };
}

function namesIn(locale: Locale) {
  return queryOptions({
    queryKey: ['names', locale],
    queryFn: ({ signal }) => call('names', { locale }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function speak(locale: Locale): Promise<void> {
  void queries.prefetchQuery(namesIn(locale));
  translator.addResourceBundle(locale, 'translation', await wordsOf(locale, [...spoken]));
  await translator.changeLanguage(locale);
  document.documentElement.lang = locale;
}

function withCount(values: Readonly<Record<string, string | number>> = {}, locale: Locale): Record<string, string | number> {
  return typeof values.count === 'number' ? { n: formatCount(values.count, locale), ...values } : { ...values };
}
