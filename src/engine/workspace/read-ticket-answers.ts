import { surveyResponses } from '../../core/entities/surveys.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { isoInstant } from './row-values.ts';

type Answer = Output<'ticket'>['answers'][number];

interface AnswerRow extends Pick<Answer, 'answer' | 'survey' | 'question' | 'kind' | 'comment'> {
  readonly answered_at: string;
  readonly given: number;
  readonly scale_min: number;
  readonly scale_max: number;
}

/** What customers answered to surveys about a ticket, in order of time. A dismissed question is no answer. */
export async function readTicketAnswers(
  { store, database }: Pick<Workspace, 'store' | 'database'>,
  id: string,
): Promise<readonly Answer[]> {
  const { rows } =
    await store.query<AnswerRow>(sql`SELECT id AS answer, answered_at, survey, question, kind, assumeNotNull(score) AS given, scale_min, scale_max, comment
FROM ${table(database, surveyResponses)}
WHERE ticket_id = ${bind('String', id)}
AND NOT dismissed
AND score IS NOT NULL
ORDER BY answered_at, id`);
  return rows.map(({ answered_at, given, scale_min, scale_max, ...row }) => ({
    ...row,
    at: isoInstant(answered_at),
    score: Number(given),
    scaleMin: Number(scale_min),
    scaleMax: Number(scale_max),
  }));
}
