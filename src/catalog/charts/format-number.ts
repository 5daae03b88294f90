import type { Locale } from '../../core/model/locale.ts';

/** The tag that Intl gets for a language of the product. */
export const intlTags: Readonly<Record<Locale, string>> = { en: 'en-GB', 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-TW', ru: 'ru-RU' };

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(intlTags[locale], options);
  formats.set(key, made);
  return made;
}

/** A number with at most three significant digits, and the separators of the language: `12.3`, `0.456`. From 1,000 on whole: `1,234`. */
export function formatNumber(value: number, locale: Locale): string {
  const options = Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return minus(numberFormat(locale, options).format(value));
}

/** A count in full, with the separators of the language: `4,120`; fractions keep three significant digits. */
export function formatCount(value: number, locale: Locale): string {
  if (!Number.isInteger(value)) return formatNumber(value, locale);
  return minus(numberFormat(locale, { maximumFractionDigits: 0 }).format(value));
}

/** A number where room is short: whole below 10,000, from there three significant digits of thousands: `12.3 k`, `1.23万`, `12,3 тыс.`. */
export function formatShort(value: number, locale: Locale, shortFrom = 10_000): string {
  if (Math.abs(value) < shortFrom) return formatNumber(value, locale);
  return locale === 'en'
    ? shortEnglish(value)
    : minus(numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value));
}

const englishSteps = [
  { from: 1e9, sign: 'B' },
  { from: 1e6, sign: 'M' },
  { from: 1e3, sign: 'k' },
] as const;

function shortEnglish(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const step = englishSteps.find(({ from }) => Math.abs(rounded) >= from);
  return step === undefined ? formatNumber(value, 'en') : `${formatNumber(rounded / step.from, 'en')}\u00a0${step.sign}`;
}

/** A percentage given as 0 to 100: `81.3%`, in Russian `81,3 %`. Below a hundredth of a percent it is `0%`. */
export function formatPercent(value: number, locale: Locale): string {
  const shown = Math.abs(value) < 0.01 ? 0 : value / 100;
  return minus(numberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 }).format(shown));
}

/** The plural category of a count in a language, as Intl.PluralRules names it. */
function pluralForm(count: number, locale: Locale): Intl.LDMLPluralRule {
  return new Intl.PluralRules(intlTags[locale]).select(count);
}

/** A difference of two percentages: `3.1 percentage points`, `3.1 个百分点`, `3,1 п. п.`. */
export function formatPercentagePoints(value: number, locale: Locale, short = false): string {
  const number = formatNumber(value, locale);
  const english = pluralForm(Number(number), 'en') === 'one' ? 'percentage point' : 'percentage points';
  const words: Readonly<Record<Locale, string>> = {
    en: short ? 'pp' : english,
    'zh-Hans': '个百分点',
    'zh-Hant': '個百分點',
    ru: 'п.\u00a0п.',
  };
  return `${number}\u00a0${words[locale]}`;
}

const russianPoints: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'пункт', few: 'пункта', many: 'пунктов' };

/** A difference of two scores from −100 to 100: `5 points`, `5 分`, `5 пунктов`. */
export function formatPoints(value: number, locale: Locale): string {
  const rounded = Number(value.toPrecision(3));
  const number = formatNumber(rounded, locale);
  const form = pluralForm(rounded, locale);
  const words: Readonly<Record<Locale, string>> = {
    en: form === 'one' ? 'point' : 'points',
    'zh-Hans': '分',
    'zh-Hant': '分',
    ru: russianPoints[form] ?? 'пункта',
  };
  return `${number}\u00a0${words[locale]}`;
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
