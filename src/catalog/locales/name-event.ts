import type { Locale } from '../../core/model/locale.ts';

/** An event of the calendar with its names by language. */
export interface NamedEvent {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
}

const nearest: Readonly<Record<Locale, readonly string[]>> = {
  en: ['en'],
  'zh-Hans': ['zh-Hans', 'zh-Hant', 'en'],
  'zh-Hant': ['zh-Hant', 'zh-Hans', 'en'],
  ru: ['ru', 'en'],
};

/** What an event is called for a reader: in the reader's language, else in the nearest one that it has a name in, else as it was written. */
export function nameEvent({ name, names }: NamedEvent, locale: Locale): string {
  return nearest[locale].map((language) => names[language]).find((known) => known !== undefined) ?? name;
}
