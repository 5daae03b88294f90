import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import { type Query, rowsQuerySchema } from '../../core/model/query.ts';
import { languageOf } from '../../core/text/comment-terms.ts';
import { type KeyTerm, keyTerms } from '../../core/text/keyness/key-terms.ts';
import { dateOf } from '../../core/time/calendar-day.ts';
import type { Period } from '../../core/time/period.ts';
import { epochDayAt } from '../../core/time/zone.ts';
import { resolveQuery } from '../query/resolve-query.ts';
import { readRows } from '../query/rows.ts';
import type { FindingSource } from './finding-source.ts';

/** Subjects that are read of each period, the newest. */
const mostTexts = 20_000;
const mostWords = 12;
const metric = 'created';

type Source = Pick<FindingSource, 'ask' | 'database' | 'calendar'>;
type Days = Output<'risingWords'>['period'];
type Asked = Pick<Query, 'filters'> & { readonly period: Days };

/**
 * Words of the subjects of tickets that more tickets of a period have than of the one before it, beyond chance, all words allowed for; most telling first. Counts are of
 * tickets whose subject holds the word, which is what the list of tickets finds by it.
 */
export async function risingWords(source: Source, input: ParsedInput<'risingWords'>): Promise<Output<'risingWords'>> {
  const { filters } = input;
  const compare = input.compare === 'year' ? 'year' : 'previous';
  const { period, comparison } = resolveQuery({ metrics: [metric], by: [], include: [], ...input, compare }, source.calendar);
  const [after, before] = [period, comparison ?? period].map((each) => ({ filters, period: localDays(each, source.calendar.zone) }));
  if (after === undefined || before === undefined) throw new TypeError('a period and the one before it are two');
  const [ours, theirs] = await Promise.all([readSubjects(source, after), readSubjects(source, before)]);
  const words = await Promise.all(
    termsOf(ours.subjects, theirs.subjects).map(async ({ word, language }) => ({
      word,
      language,
      count: await countWith(source, after, word),
      countBefore: await countWith(source, before, word),
    })),
  );
  return { period: after.period, comparisonPeriod: before.period, tickets: ours.count, ticketsBefore: theirs.count, words };
}

/** The telling words of each language, most telling first. Nothing where either period has no subject in that language. */
function termsOf(ours: readonly string[], theirs: readonly string[]): readonly (KeyTerm & { readonly language: string })[] {
  const languages = [...new Set(ours.map((text) => languageOf(text)))];
  return languages
    .flatMap((language) => {
      const [texts, reference] = [ours, theirs].map((all) => all.filter((text) => languageOf(text) === language));
      if (!texts?.length || !reference?.length) return [];
      return keyTerms(texts, reference, { language, most: mostWords }).map((term) => ({ ...term, language }));
    })
    .toSorted((left, right) => right.keyness - left.keyness)
    .slice(0, mostWords);
}

async function readSubjects(source: Source, asked: Asked): Promise<{ readonly subjects: readonly string[]; readonly count: number }> {
  const { rows, count } = await readTickets(source, asked, { columns: ['subject'], limit: mostTexts });
  return { subjects: rows.map((row) => String(row.subject ?? '')).filter((text) => text !== ''), count };
}

async function countWith(source: Source, asked: Asked, word: string): Promise<number> {
  return (await readTickets(source, asked, { columns: ['id'], limit: 1, search: word })).count;
}

function readTickets(
  { ask, database, calendar }: Source,
  { filters, period }: Asked,
  rows: { readonly columns: string[]; readonly limit: number; readonly search?: string },
) {
  return readRows(ask, database, rowsQuerySchema.parse({ query: { metrics: [metric], period, filters }, metric, ...rows }), calendar);
}

function localDays({ fromMs, untilMs }: Period, zone: string): Days {
  const dayAt = (instantMs: number): string => dateOf(epochDayAt(zone, instantMs));
  return { from: dayAt(fromMs), until: dayAt(untilMs - 1) };
}
