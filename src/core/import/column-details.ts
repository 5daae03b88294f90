import { isClock } from './cell-forms.ts';
import type { Layout } from './detect-layout.ts';
import { isSpelledDuration, unitInName } from './duration-units.ts';
import { mappedFields, stagedName } from './mapped-fields.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { recogniseInstants } from './recognise-instants.ts';
import { kindInName } from './recognise-scale.ts';
import { recogniseScore } from './recognise-score.ts';
import { type SampleColumn, sampleColumns } from './sample-column.ts';
import { questionsOf } from './survey-questions.ts';
import { type Field, wordsOf } from './target.ts';
import { knownWord } from './value-words.ts';

/** A given mapping with what it leaves open of how its columns are written, as the sample shows it. */
export function completeMapping(mapping: Mapping, layout: Layout): Mapping {
  const samples = sampleColumns(layout, mapping.nulls);
  const fields = mappedFields(mapping);
  const questions = questionsOf(mapping);
  const complete = (column: ColumnMapping): ColumnMapping => {
    const sample = samples.find(({ name }) => name === column.from);
    const field = fields.find(({ name }) => name === stagedName(column.to));
    if (!sample || !field) return column;
    const survey = questions.includes(column) ? kindInName(column.from) : null;
    return { ...columnDetails(sample, field), ...(survey ? { survey } : {}), ...column };
  };
  return { ...mapping, columns: mapping.columns.map(complete) };
}

/** How a column is written that is this field: format of instants, unit of durations, scale of scores, our words for its own. */
export function columnDetails(column: SampleColumn, field: Field): Partial<ColumnMapping> {
  if (field.kind === 'instant') return { format: recogniseInstants(column.values, true) ?? 'text' };
  if (field.kind === 'duration') return { unit: durationUnit(column) };
  if (field.kind === 'closed') return { values: knownValues(column, field) };
  if (field.name === 'csat_score' || field.name === 'score') return recogniseScore(column.values, column.name);
  return {};
}

function durationUnit(column: SampleColumn): NonNullable<ColumnMapping['unit']> {
  const most = (test: (value: string) => boolean) => column.values.filter(test).length > column.values.length / 2;
  if (most(isClock)) return 'clock';
  return most(isSpelledDuration) ? 'words' : (unitInName(column.name) ?? 'min');
}

function knownValues(column: SampleColumn, field: Field): Record<string, string> {
  const { closedSet } = field;
  const own = new Set(wordsOf(field));
  const pairs = [...new Set(column.values)].flatMap((value): [string, string][] => {
    const word = value.toLowerCase();
    const ours = (closedSet && knownWord(closedSet, value)) ?? (own.has(word) ? word : undefined);
    return ours === undefined ? [] : [[value, ours]];
  });
  return Object.fromEntries(pairs);
}
