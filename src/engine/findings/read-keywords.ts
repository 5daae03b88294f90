import type { Keyword } from '../../core/model/finding.ts';
import type { Filter } from '../../core/model/query.ts';
import { rowsQuerySchema } from '../../core/model/query.ts';
import { keyWords } from '../../core/stats/keyness.ts';
import { commentTerms, languageOf, stemTerm } from '../../core/text/comment-terms.ts';
import { type MetricCall, resolveMetric } from '../query/metric-call.ts';
import { readRows } from '../query/rows.ts';
import { type Days, daysQuery } from './ask-days.ts';
import { carriesDimension } from './change-parts.ts';
import type { FindingSource } from './finding-source.ts';

const mostTexts = 4000;
const usualDays = 182;
const fewestTexts = 10;
const mostWords = 4;
/** One in ten thousand by chance for a word looked at. */
const leastKeyness = 15.1;
/** A word that this share of the texts of its run holds says the same as the run; a run says nothing beside its own word. */
const sameShare = 0.7;

interface Counted {
  readonly forms: Map<string, number>;
  count: number;
  referenceCount: number;
}

/**
 * What the comments of answers and the subjects of tickets speak of more in one stretch than before, by language; of tickets the subjects alone. Few days have few texts,
 * so the half year before is what they are held against. Nothing where tickets and answers do not know what the change was narrowed to.
 */
export async function readKeywords(
  source: FindingSource,
  call: MetricCall,
  filters: readonly Filter[],
  after: Days,
  before: Days,
): Promise<readonly Keyword[]> {
  const ofAnswers = call.metric.kind !== 'composed' && call.metric.dataset.name === 'answers';
  const holders = [...(ofAnswers ? [call] : []), ...resolveMetric('created')].filter((holder) =>
    filters.every(({ dimension }) => carriesDimension(holder, dimension, source)),
  );
  const usual = { first: Math.min(before.first, Math.max(source.firstDay, after.first - usualDays)), last: before.last };
  const found = await Promise.all(holders.map(({ resolved }) => keywordsIn(source, resolved.key, filters, after, usual)));
  const words = new Map<string, Keyword>();
  for (const keyword of found.flat()) if (!words.has(keyword.word)) words.set(keyword.word, keyword);
  return [...words.values()].toSorted((left, right) => right.count - left.count);
}

/** The words of one kind of texts: those of the rows of a metric. */
async function keywordsIn(
  source: FindingSource,
  metric: string,
  filters: readonly Filter[],
  after: Days,
  usual: Days,
): Promise<readonly Keyword[]> {
  const [texts, reference] = await Promise.all([readTexts(source, metric, filters, after), readTexts(source, metric, filters, usual)]);
  const languages = [...new Set(texts.map((text) => languageOf(text)))];
  return languages.flatMap((language) => keywordsOf(language, texts.filter(isIn(language)), reference.filter(isIn(language))));
}

function isIn(language: string): (text: string) => boolean {
  return (text) => languageOf(text) === language;
}

async function readTexts(source: FindingSource, metric: string, filters: readonly Filter[], days: Days): Promise<readonly string[]> {
  const request = rowsQuerySchema.parse({ query: daysQuery({ metrics: [metric], days, filters }), metric, limit: mostTexts });
  const { rows } = await readRows(source.ask, source.database, request, source.calendar);
  return rows.map((row) => String(row.comment ?? row.subject ?? '')).filter((text) => text !== '');
}

function keywordsOf(language: string, texts: readonly string[], reference: readonly string[]): readonly Keyword[] {
  if (texts.length < fewestTexts) return [];
  const counted = new Map<string, Counted>();
  count(counted, texts, language, (word) => {
    word.count += 1;
  });
  count(counted, reference, language, (word) => {
    word.referenceCount += 1;
  });
  const words = [...counted].map(([stem, { count: held, referenceCount }]) => ({ word: stem, count: held, referenceCount }));
  const keys = keyWords(words, texts.length, reference.length, leastKeyness).slice(0, 40);
  const told: (typeof keys)[number][] = [];
  for (const key of keys) {
    const same = told.some((other) => key.word.includes(other.word) || (other.word.includes(key.word) && isSame(key.count, other.count)));
    if (!same) told.push(key);
    if (told.length === mostWords) break;
  }
  return told.map(({ word, count: held, referenceCount }) => ({
    word: commonForm(counted.get(word)?.forms) ?? word,
    language,
    count: held,
    share: held / texts.length,
    ratio: referenceCount === 0 ? null : held / texts.length / (referenceCount / reference.length),
  }));
}

function isSame(left: number, right: number): boolean {
  return Math.min(left, right) >= sameShare * Math.max(left, right);
}

function count(counted: Map<string, Counted>, texts: readonly string[], language: string, add: (word: Counted) => void): void {
  for (const text of texts) {
    const seen = new Set<string>();
    for (const term of commentTerms(text, language)) {
      const stem = stemTerm(term, language);
      const known = counted.get(stem) ?? { forms: new Map<string, number>(), count: 0, referenceCount: 0 };
      known.forms.set(term, (known.forms.get(term) ?? 0) + 1);
      if (!seen.has(stem)) add(known);
      seen.add(stem);
      counted.set(stem, known);
    }
  }
}

function commonForm(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(forms ?? [])].toSorted(([, left], [, right]) => right - left)[0]?.[0];
}
