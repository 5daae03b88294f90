import type { Locale } from '../../core/model/locale.ts';
import { leastPairs, type SimpleLinearFit } from '../../core/stats/simple-linear-fit.ts';
import { z95 } from '../../core/stats/wilson-interval.ts';
import type { Grain } from '../../core/time/grain.ts';
import { namePair } from './name-pair.ts';

/** What a pair of figures stands for: a bucket of time, or a group. */
export type Paired = Grain | 'group';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

const russian: Readonly<Record<Paired, Forms>> = {
  hour: { one: 'час', few: 'часа', other: 'часов' },
  day: { one: 'день', few: 'дня', other: 'дней' },
  week: { one: 'неделя', few: 'недели', other: 'недель' },
  month: { one: 'месяц', few: 'месяца', other: 'месяцев' },
  quarter: { one: 'квартал', few: 'квартала', other: 'кварталов' },
  year: { one: 'год', few: 'года', other: 'лет' },
  group: { one: 'группа', few: 'группы', other: 'групп' },
};

const nouns: Readonly<Record<Exclude<Locale, 'ru' | 'en'>, Readonly<Record<Paired, string>>>> = {
  'zh-Hans': { hour: '个小时', day: '天', week: '周', month: '个月', quarter: '个季度', year: '年', group: '组' },
  'zh-Hant': { hour: '個小時', day: '天', week: '週', month: '個月', quarter: '個季度', year: '年', group: '組' },
};

const verdicts: Readonly<Record<Locale, { readonly none: string; readonly apart: string; readonly some: string }>> = {
  en: { none: 'no proof', apart: 'no link shows', some: 'they go together, which is not yet because of' },
  'zh-Hans': { none: '不足为证', apart: '看不出关联', some: '两者相关，但相关不等于因果' },
  'zh-Hant': { none: '不足為證', apart: '看不出關聯', some: '兩者相關，但相關不等於因果' },
  ru: { none: 'это не доказательство', apart: 'связи не видно', some: 'они связаны, но связь ещё не причина' },
};

/** What a line through pairs shows and what it does not: `n = 4 quarters: no proof`. A link shows where the 95 % interval of r by Fisher's z leaves 0 out. */
export function fitReading({ n, r }: Pick<SimpleLinearFit, 'n' | 'r'>, paired: Paired, locale: Locale): string {
  const isLinked = Math.abs(Math.atanh(r)) * Math.sqrt(n - 3) > z95;
  const verdict = verdicts[locale][n < leastPairs ? 'none' : isLinked ? 'some' : 'apart'];
  const count = `n = ${n} ${nounOf(n, paired, locale)}`;
  return namePair(count, verdict, locale);
}

function nounOf(n: number, paired: Paired, locale: Locale): string {
  if (locale === 'en') return n === 1 ? paired : `${paired}s`;
  if (locale !== 'ru') return nouns[locale][paired];
  const forms = russian[paired];
  return forms[new Intl.PluralRules('ru').select(n)] ?? forms.other ?? '';
}
