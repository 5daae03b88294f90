import { surveyResponses } from '../../src/core/entities/surveys.ts';
import { tickets } from '../../src/core/entities/tickets.ts';
import { bind, integer, type Sql, sql } from '../../src/core/sql/sql.ts';
import { table, type Workspace } from '../../src/engine/store/workspace.ts';

const dayMs = 86_400_000;
const days = 730;

/** First instant and end of the two years that the made tickets lie in. */
export const span = { fromMs: Date.UTC(2024, 10, 1), untilMs: Date.UTC(2024, 10, 1) + days * dayMs };

const patient = { maxSeconds: 3600, maxMemoryBytes: 12_000_000_000 };

/** Fills a workspace with tickets of two years, 30,000 customers to 100,000 tickets, and one answer to every ten tickets. Everything follows from the number of the ticket. */
export async function makeTickets(workspace: Workspace, count: number): Promise<void> {
  for (let day = 0; day < days; day += 73) await makeSlice(workspace, count, day, Math.min(day + 73, days));
  await makeAnswers(workspace, count);
  for (const name of ['tickets', 'contacts', 'survey_responses']) {
    await workspace.store.command(sql`OPTIMIZE TABLE ${table(workspace.database, { name })} FINAL`, patient);
  }
}

async function makeSlice({ store, database }: Workspace, count: number, fromDay: number, untilDay: number): Promise<void> {
  const first = Math.floor((count * fromDay) / days);
  const rows = Math.floor((count * untilDay) / days) - first;
  const created = sql`${integer(span.fromMs)} + intDiv(number * ${integer(days * dayMs)}, ${integer(count)}) + draw(1, 60000)`;
  await store.command(
    sql`INSERT INTO ${table(database, tickets)} (id, source, revision, import_id, partition_month, home_customer_key, customer_key, created_at, updated_at, status, priority,
  channel, category, team_id, assignee_id, handler_id, response_provenance, resolution_provenance, first_response_at, first_response_human_calendar_ms,
  first_response_human_business_ms, first_solved_at, last_solved_at, full_resolution_calendar_ms, full_resolution_business_ms, solves, reopens, agent_stations, slas, unsolved_spans)
WITH
  (k, n) -> cityHash64(number, k) % n AS draw,
  fromUnixTimestamp64Milli(toInt64(${created}), 'UTC') AS at,
  toInt64(60000 * exp(2 + 0.0006 * draw(2, 10000))) AS response,
  toInt64(response + 3600000 * exp(0.0005 * draw(3, 10000))) AS resolution,
  draw(4, 100) < 97 AS is_solved,
  if(is_solved, at + toIntervalMillisecond(resolution), NULL) AS solved,
  concat('agent:', toString(draw(6, 50))) AS agent
SELECT concat('bench:', toString(number)), 'bench', 1, 'bench', toStartOfMonth(toDate32(at)), cityHash64('c', draw(5, ${integer(Math.ceil(count * 0.3))})), cityHash64('c', draw(5, ${integer(Math.ceil(count * 0.3))})),
  at, at, if(is_solved, 'solved', 'open'), ['low', 'normal', 'high', 'urgent'][1 + draw(7, 4)], ['email', 'chat', 'form', 'phone', 'social', 'messaging'][1 + draw(8, 6)],
  ['shipping', 'technical', 'returns', 'sales', 'availability', 'cancellations', 'billing'][1 + draw(9, 7)], concat('team:', toString(draw(6, 50) % 5)), agent, if(is_solved, agent, ''),
  'computed', if(is_solved, 'computed', ''), at + toIntervalMillisecond(response), response, intDiv(response, 3), solved, solved, if(is_solved, resolution, NULL), if(is_solved, intDiv(resolution, 3), NULL),
  is_solved, draw(10, 100) < 7, 1 + draw(11, 2),
  [('first_response', 'p', 'normal', 'team:1', agent, 14400000, response, if(response < 14400000, 'met', 'breached'), at, at + toIntervalMillisecond(14400000), at + toIntervalMillisecond(response), 'computed'),
   ('resolution', 'p', 'normal', 'team:1', agent, 86400000, resolution, if(resolution < 86400000, 'met', 'breached'), at, at + toIntervalMillisecond(86400000), at + toIntervalMillisecond(resolution), 'computed')],
  [(at, solved)]
FROM numbers(${integer(first)}, ${integer(rows)})`,
    patient,
  );
}

async function makeAnswers({ store, database }: Workspace, count: number): Promise<void> {
  await store.command(
    sql`INSERT INTO ${table(database, surveyResponses)} (id, source, version, import_id, survey, question, kind, answered_at, score, scale_min, scale_max, scale_step, direction, agent_id, team_id, category)
WITH (k, n) -> cityHash64(number, k) % n AS draw
SELECT concat('bench:', toString(number)), 'bench', 1, 'bench', 'csat', 'csat', 'csat',
  fromUnixTimestamp64Milli(toInt64(${integer(span.fromMs)} + intDiv(number * ${integer(days * dayMs)}, ${integer(Math.ceil(count / 10))})), 'UTC'),
  1 + draw(12, 5), 1, 5, 1, 'up', concat('agent:', toString(draw(6, 50))), concat('team:', toString(draw(6, 50) % 5)),
  ['shipping', 'technical', 'returns', 'sales', 'availability', 'cancellations', 'billing'][1 + draw(9, 7)]
FROM numbers(${integer(Math.ceil(count / 10))})`,
    patient,
  );
}

/** An instant as SQL. */
export function at(ms: number): Sql {
  return sql`fromUnixTimestamp64Milli(${bind('Int64', ms)}, 'UTC')`;
}
