import type { Locale } from '../../core/model/locale.ts';
import { settingFault } from '../../core/model/settings/setting-fault.ts';

/** A public holiday of whole local days. */
export interface Holiday {
  /** First day. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly until: string;
  /** In the language of the place. */
  readonly name: string;
}

/** A holiday with its names by language, where they are known. */
export interface NamedHoliday extends Holiday {
  readonly names: Readonly<Record<string, string>>;
}

type Library = typeof import('date-holidays').default;

const dayMs = 86_400_000;
const languages = { en: 'en', 'zh-Hans': 'zh', ru: 'ru' } as const;
const languageOf: Readonly<Record<Locale, string>> = { ...languages, 'zh-Hant': 'zh' };

/** Rules of 200 countries: 0.25 s to load, so only when a set is asked for. */
async function library(): Promise<Library> {
  return (await import('date-holidays')).default;
}

/** Countries and their regions in order of name: countries in the reader's language, regions in it where the library has them so. */
export async function readHolidaySets(locale: Locale): Promise<{ set: string; name: string }[]> {
  const Holidays = await library();
  const all = new Holidays();
  const countryNames = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const sets = Object.entries(all.getCountries('en')).flatMap(([country, english]) => {
    const name = countryNames.of(country) ?? english;
    const regions = Object.entries(all.getStates(country, languageOf[locale]) ?? {});
    return [{ set: country, name }, ...regions.map(([region, part]) => ({ set: `${country}-${region}`, name: `${name} · ${part}` }))];
  });
  return sets.sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** @throws the fault for a set that is none */
export async function checkHolidaySet(set: string): Promise<void> {
  const Holidays = await library();
  const [country = '', region] = partsOf(set);
  const all = new Holidays();
  const regions: Readonly<Record<string, string>> = all.getStates(country) ?? {};
  if (!(country in all.getCountries())) throw unknownSet(set, 'allowed is a country such as DE, or country and region such as GB-SCT');
  if (region !== undefined && !(region in regions)) {
    const known = Object.keys(regions).map((one) => `${country}-${one}`);
    throw unknownSet(set, known.length === 0 ? `${country} has no regions` : `allowed are ${[country, ...known].join(', ')}`);
  }
}

function unknownSet(set: string, allowed: string) {
  return settingFault('holidaySet', { set }, `"${set}" is no set of public holidays; ${allowed}.`, 'unknown_holiday_set', 404);
}

/**
 * Public holidays of a set in the years from `fromYear` to `untilYear`, inclusive: whole days only, in order.
 * @throws UserError for a set that is none
 */
export async function readHolidays(set: string, fromYear: number, untilYear: number): Promise<Holiday[]> {
  const rules = await rulesOf(set);
  return Array.from({ length: untilYear - fromYear + 1 }, (_, index) => wholeDays(rules, fromYear + index).map(holidayOf)).flat();
}

/**
 * Public holidays of a set in a year, with their names.
 * @throws UserError for a set that is none
 */
export async function readNamedHolidays(set: string, year: number): Promise<NamedHoliday[]> {
  const rules = await rulesOf(set);
  const local = wholeDays(rules, year);
  const named = Object.entries(languages).map(([locale, code]) => {
    const spoken = rules.getLanguages().some((language) => language.split('-')[0] === code);
    return { locale, spoken, holidays: wholeDays(rules, year, code) };
  });
  return local.map((holiday, index) => ({
    ...holidayOf(holiday),
    names: Object.fromEntries(
      named.flatMap(({ locale, spoken, holidays }) => {
        const name = holidays[index]?.name;
        return name !== undefined && (spoken || name !== holiday.name) ? [[locale, name]] : [];
      }),
    ),
  }));
}

type Rules = InstanceType<Library>;
type Found = ReturnType<Rules['getHolidays']>[number];

async function rulesOf(set: string): Promise<Rules> {
  await checkHolidaySet(set);
  const Holidays = await library();
  const [country = '', region] = partsOf(set);
  return region === undefined ? new Holidays(country, { types: ['public'] }) : new Holidays(country, region, { types: ['public'] });
}

/** Half days are left out. In a language that is not spoken there the library gives the name of the place. */
function wholeDays(rules: Rules, year: number, language?: string): readonly Found[] {
  return rules.getHolidays(year, language).filter((holiday) => / 00:00:00/.test(holiday.date));
}

function holidayOf({ date, start, end, name }: Found): Holiday {
  const from = date.slice(0, 10);
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
  return { from, until: dayAfter(from, days - 1), name };
}

function partsOf(set: string): readonly string[] {
  const at = set.indexOf('-');
  return at < 0 ? [set] : [set.slice(0, at), set.slice(at + 1)];
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
