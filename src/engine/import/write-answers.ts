import { surveyResponses } from '../../core/entities/surveys.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { customerJoins } from '../ingest/link-identities.ts';
import { firstTraceKey, tracedRows } from './customer-of-row.ts';
import { entityValues, insertSelect, type StagedRows } from './staged-rows.ts';
import { scaleValues } from './typed-value.ts';
import { origin } from './write-tickets.ts';

/** Answers to surveys, each with the scale of its column. */
export function writeAnswers(staged: StagedRows): Sql[] {
  const { mapping, has } = staged.compiled;
  const values: Record<string, Sql> = {
    ...scaleValues(mapping, 'score'),
    ...entityValues(staged, surveyResponses),
    ...origin(staged),
    id: sql`rows.id`,
    version: sql`rows.version`,
    customer_key: firstTraceKey,
  };
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
