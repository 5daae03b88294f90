import { surveyResponses } from '../../core/entities/surveys.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { customerJoins } from '../ingest/link-identities.ts';
import { firstTraceKey, tracedRows } from './customer-of-row.ts';
import { entityValues, insertSelect, type StagedRows } from './staged-rows.ts';
import { ofScale, type Reading } from './typed-value.ts';
import { origin } from './write-tickets.ts';

/** Answers to surveys, each with the scale of its column. */
export function writeAnswers(staged: StagedRows): Sql[] {
  const { mapping, has } = staged.compiled;
  const reading: Reading = mapping.columns.find((column) => column.to === 'score') ?? {};
  const values: Record<string, Sql> = {
    ...entityValues(staged, surveyResponses),
    ...origin(staged),
    id: sql`rows.id`,
    version: sql`rows.version`,
    customer_key: firstTraceKey,
    scale_min: ofScale(reading, 'min'),
    scale_max: ofScale(reading, 'max'),
    scale_step: ofScale(reading, 'step'),
  };
  if (!has('direction')) values.direction = bind('String', reading.scale?.direction ?? 'up');
  if (!has('survey')) values.survey = bind('String', mapping.source);
  return [
    insertSelect(
      staged,
      surveyResponses,
      values,
      sql`FROM ${tracedRows(staged)} AS rows${customerJoins(staged.database)}\nORDER BY rows.id, rows.line`,
    ),
  ];
}
