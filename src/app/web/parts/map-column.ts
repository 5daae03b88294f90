import type { ColumnMapping, Mapping } from '../../../core/import/mapping.ts';
import { questionsOf, takesQuestions } from '../../../core/import/survey-questions.ts';

/**
 * The mapping with a column of the file sent to a field of ours, or to none. Two columns never share a field, the later one takes it, but for the
 * questions of a survey.
 */
export function mapColumn(mapping: Mapping, from: string, to: string | null): Mapping {
  const isShared = to !== null && takesQuestions(mapping.target, to);
  const others = mapping.columns.filter((column) => column.from !== from && (isShared || column.to !== to));
  return { ...mapping, columns: to === null ? others : [...others, { from, to }] };
}

/** The mapping with the form of a column changed: format of an instant, unit of a duration, scale of a score, kind of a field of one's own. */
export function changeColumn(
  mapping: Mapping,
  from: string,
  change: Partial<Pick<ColumnMapping, 'format' | 'unit' | 'values' | 'kind' | 'label' | 'scale' | 'survey'>>,
): Mapping {
  return { ...mapping, columns: mapping.columns.map((column) => (column.from === from ? { ...column, ...change } : column)) };
}

/** The mapping with the kind of survey that a column of scores answers: of one among several questions, else of the file. */
export function changeSurvey(mapping: Mapping, from: string, survey: NonNullable<ColumnMapping['survey']>): Mapping {
  if (questionsOf(mapping).length > 0) return changeColumn(mapping, from, { survey });
  return { ...mapping, constants: { ...mapping.constants, kind: survey } };
}

/** The mapping with a word of the file sent to a word of ours; null leaves it empty. */
export function mapValue(mapping: Mapping, from: string, word: string, ours: string | null): Mapping {
  const values = { ...mapping.columns.find((column) => column.from === from)?.values };
  if (ours === null) delete values[word];
  else values[word] = ours;
  return changeColumn(mapping, from, { values });
}

/** Fields that a row needs and that no column and no constant gives. */
export function missingFields(mapping: Mapping, fields: readonly { readonly name: string; readonly required: boolean }[]): string[] {
  const given = new Set([...mapping.columns.map((column) => column.to), ...Object.keys(mapping.constants)]);
  return fields.filter(({ name, required }) => required && !given.has(name)).map(({ name }) => name);
}
