import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { type NamingReader, noNames } from '../../../catalog/locales/names.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';
import { queries } from '../queries.ts';
import { call } from './call.ts';
import { pickLocale } from './pick-locale.ts';
import { speak, startTranslator, translator } from './translator.ts';

const remembered = 'earshot-language';

/** Loads the words of the reader's language: the one chosen before, else the one of the browser. */
export async function startLanguage(): Promise<void> {
  const chosen = localStorage.getItem(remembered);
  await startTranslator();
  await speakWithNames(pickLocale(chosen === null ? navigator.languages : [chosen, ...navigator.languages]));
}

/** Changes the language and remembers it. */
export async function chooseLanguage(locale: Locale): Promise<void> {
  localStorage.setItem(remembered, locale);
  await speakWithNames(locale);
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

async function speakWithNames(locale: Locale): Promise<void> {
  void queries.prefetchQuery(namesIn(locale));
  await speak(locale);
}

function withCount(values: Readonly<Record<string, string | number>> = {}, locale: Locale): Record<string, string | number> {
  return typeof values.count === 'number' ? { n: formatCount(values.count, locale), ...values } : { ...values };
}
