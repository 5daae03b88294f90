import { isCalled } from './column-names.ts';
import type { ColumnMapping, TargetName } from './mapping.ts';
import { type AskedKind, kindInName } from './recognise-scale.ts';
import { areScores, recogniseScore } from './recognise-score.ts';
import type { SampleColumn } from './sample-column.ts';

/** The largest answer that a further column may hold to be taken for a question: amounts and times are larger. */
const largestAnswer = 10;

/** Whether a column may be the answers to a question of this kind; whether it was solved is answered by yes or no, now and then by another word. */
export function isAnsweredBy(kind: AskedKind, { name, values }: SampleColumn): boolean {
  if (kind !== 'fcr') return areScores(values);
  const { scale, values: words } = recogniseScore(values, name);
  return scale.max === 1 && (words !== undefined || areScores(values));
}

/**
 * The mapping's columns with the first column of each further kind of survey, and what else was written, where no column tells the kind or the question of
 * a row.
 */
export function addQuestions(target: TargetName, columns: readonly SampleColumn[], found: readonly ColumnMapping[]): ColumnMapping[] {
  const score = found.find(({ to }) => to === 'score');
  if (target !== 'survey_responses' || !score || found.some(({ to }) => to === 'kind' || to === 'question')) return [...found];
  const kinds = new Set<string>([questionKind(score.from)]);
  const more: ColumnMapping[] = [];
  for (const column of columns) {
    const { name, values } = column;
    const survey = kindInName(name);
    if (survey === null || kinds.has(survey) || found.some(({ from }) => from === name) || !isAnsweredBy(survey, column)) continue;
    const read = recogniseScore(values, name);
    if (read.scale.max > largestAnswer) continue;
    kinds.add(survey);
    more.push({ from: name, to: 'score', survey, ...read });
  }
  if (more.length === 0) return [...found];
  const asked = found.map((column) => (column === score ? { ...column, survey: questionKind(score.from) } : column));
  const used = new Set([...asked, ...more].map(({ from }) => from));
  const comments = columns.filter(({ name }) => !used.has(name) && isCalled(bareName(name), 'comment'));
  return [...asked, ...more, ...comments.map(({ name }) => ({ from: name, to: 'comment' }))];
}

/** A name without the number that a second column of that name is given. */
function bareName(name: string): string {
  return name.replace(/ \(\d+\)$/, '');
}

/** What a column of scores asks; satisfaction where its name does not say. */
export function questionKind(name: string): AskedKind {
  return kindInName(name) ?? 'csat';
}
