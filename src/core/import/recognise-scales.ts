import type { Layout } from './detect-layout.ts';
import type { ColumnMapping } from './mapping.ts';
import { type AskedKind, askedKinds, recogniseScale } from './recognise-scale.ts';
import { valueWords } from './value-words.ts';

type Scales = NonNullable<ColumnMapping['scales']>;

/** Whether texts are all names of surveys: satisfaction, recommendation, effort. */
export function areSurveyKinds(values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => isAsked(valueWords('survey_kind').get(value.toLowerCase())));
}

function isAsked(kind: string | undefined): kind is AskedKind {
  return askedKinds.some((asked) => asked === kind);
}

/** The scale of each kind of survey, where one column holds the scores of several and another tells which; scores in words have one scale. */
export function recogniseScales(layout: Layout, columns: readonly ColumnMapping[]): ColumnMapping[] {
  const [kind, score] = [columns.find(({ to }) => to === 'kind'), columns.find(({ to }) => to === 'score')];
  if (!kind || !score || score.values) return [...columns];
  const scales = scalesOf(layout, kind, score);
  return columns.map((column) => (column === score && Object.keys(scales).length > 0 ? { ...column, scales } : column));
}

function scalesOf({ columns, rows }: Layout, kind: ColumnMapping, score: ColumnMapping): Scales {
  const [kindAt, scoreAt] = [columns.indexOf(kind.from), columns.indexOf(score.from)];
  const scores = new Map<keyof Scales, string[]>();
  for (const row of rows) {
    const [ours, value] = [valueWords('survey_kind').get((row[kindAt] ?? '').trim().toLowerCase()), (row[scoreAt] ?? '').trim()];
    if (!isAsked(ours) || value === '') continue;
    const known = scores.get(ours);
    if (known) known.push(value);
    else scores.set(ours, [value]);
  }
  return Object.fromEntries([...scores].map(([ours, values]) => [ours, recogniseScale(values, ours)]));
}
