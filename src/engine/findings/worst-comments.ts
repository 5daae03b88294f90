import { surveyResponses } from '../../core/entities/surveys.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { bind, integer, sql } from '../../core/sql/sql.ts';
import { startOfDayMs } from '../../core/time/zone.ts';
import { table } from '../store/workspace.ts';
import type { FindingSource } from './finding-source.ts';

type WorstComment = Output<'home'>['comments'][number];

const count = 5;

/** The comments of the day with the lowest scores on their own scales, longer ones first among equals. */
export async function worstComments({ ask, database, calendar, day }: FindingSource): Promise<readonly WorstComment[]> {
  const [from, until] = [startOfDayMs(calendar.zone, day), startOfDayMs(calendar.zone, day + 1)];
  const rows =
    await ask(sql`SELECT id AS answer, ticket_id AS ticket, toUnixTimestamp64Milli(answered_at) AS at_ms, assumeNotNull(score) AS given,
  scale_min, scale_max, kind, category, language, comment,
  if(direction = 'down', scale_max - given, given - scale_min) / (scale_max - scale_min) AS height
FROM ${table(database, surveyResponses)}
WHERE comment != '' AND NOT dismissed AND score IS NOT NULL AND scale_max > scale_min
  AND answered_at >= fromUnixTimestamp64Milli(${bind('Int64', from)}, 'UTC') AND answered_at < fromUnixTimestamp64Milli(${bind('Int64', until)}, 'UTC')
  AND height < 0.5
ORDER BY height, length(comment) DESC, id
LIMIT ${integer(count)}`);
  return rows.map((row) => ({
    answer: String(row.answer),
    ticket: String(row.ticket),
    at: new Date(Number(row.at_ms)).toISOString(),
    score: Number(row.given),
    scaleMin: Number(row.scale_min),
    scaleMax: Number(row.scale_max),
    kind: String(row.kind),
    category: String(row.category),
    language: String(row.language),
    text: String(row.comment),
  }));
}
