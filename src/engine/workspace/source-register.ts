import type { Output } from '../../core/model/endpoints/index.ts';
import { bind, join, type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { isoInstant } from './row-values.ts';

/** What is known of a source itself; its silences are a finding. */
export type SourceState = Omit<Output<'sources'>[number], 'gaps'>;
type Part = SourceState['parts'][number];

const dayMs = 86_400_000;
/** Facts of these last days of a source are judged: what was mended long ago is no fault of today. */
const judgedMs = 90 * dayMs;
const usualMs = 56 * dayMs;

/** What a ticket should tell, and how it is seen that it does. */
const keyColumns: Readonly<Record<string, Sql>> = {
  requester: sql`requester_external_id != '' OR requester_email != '' OR requester_phone != ''`,
  channel: sql`channel != ''`,
  category: sql`category != ''`,
  team: sql`team_id != '' OR assignee_id != ''`,
  status: sql`status != ''`,
};

interface Volume {
  readonly source: string;
  readonly entity: 'tickets' | 'answers' | 'messages';
  readonly rows: number;
  readonly first: string;
  readonly last: string;
}

interface Judged {
  readonly source: string;
  readonly rows: number;
  readonly contradictory: number;
  readonly future: number;
  readonly doubled: number;
  readonly known: readonly number[];
}

interface Imported {
  readonly source: string;
  readonly imports: number;
  readonly bytes: number;
  readonly accepted: number;
  readonly rejected: number;
}

interface Gap {
  readonly source: string;
  readonly longest: number | null;
}

/**
 * Where the facts come from: volume, freshness and a data-quality score from 0 to 100, the mean of its parts.
 * @param nowMs epoch milliseconds that freshness is counted to
 */
export async function readSources(workspace: Workspace, nowMs: number): Promise<SourceState[]> {
  const [volumes, judged, imported, gaps] = await Promise.all([
    ask<Volume>(workspace, volumeStatement(workspace)),
    ask<Judged>(workspace, judgedStatement(workspace, nowMs)),
    ask<Imported>(workspace, importStatement(workspace)),
    ask<Gap>(workspace, gapStatement(workspace)),
  ]);
  const names = [...new Set([...volumes, ...imported].map(({ source }) => source))];
  const of = <T extends { readonly source: string }>(rows: readonly T[], source: string) => rows.find((row) => row.source === source);
  return names
    .map((source) =>
      describe({
        source,
        nowMs,
        volumes: volumes.filter((row) => row.source === source),
        judged: of(judged, source),
        imported: of(imported, source),
        longestGapMs: of(gaps, source)?.longest ?? null,
      }),
    )
    .toSorted((a, b) => b.tickets + b.answers - (a.tickets + a.answers) || a.source.localeCompare(b.source));
}

interface Known {
  readonly source: string;
  readonly nowMs: number;
  readonly volumes: readonly Volume[];
  readonly judged: Judged | undefined;
  readonly imported: Imported | undefined;
  readonly longestGapMs: number | null;
}

function describe({ source, nowMs, volumes, judged, imported, longestGapMs }: Known): SourceState {
  const rowsOf = (entity: Volume['entity']) => volumes.find((volume) => volume.entity === entity)?.rows ?? 0;
  const lastAt =
    volumes
      .map(({ last }) => isoInstant(last))
      .toSorted()
      .at(-1) ?? null;
  const freshness = freshnessOf(lastAt === null ? null : nowMs - Date.parse(lastAt), longestGapMs);
  const parts = [...(judged ? partsOf(judged) : []), ...acceptedPart(imported), ...freshPart(freshness, rowsOf('tickets'))];
  return {
    source,
    tickets: rowsOf('tickets'),
    answers: rowsOf('answers'),
    messages: rowsOf('messages'),
    imports: imported?.imports ?? 0,
    bytes: imported && imported.bytes > 0 ? imported.bytes : null,
    firstAt: volumes.map(({ first }) => isoInstant(first)).toSorted()[0] ?? null,
    lastAt,
    freshness,
    score: parts.length === 0 ? null : Math.round(parts.reduce((sum, { score }) => sum + score, 0) / parts.length),
    parts,
  };
}

/** Late after one and a half of the longest silence that is usual, silent after three of them. */
function freshnessOf(ageMs: number | null, longestGapMs: number | null): SourceState['freshness'] {
  if (ageMs === null || longestGapMs === null) return { state: 'unknown', ageMs, longestGapMs };
  const state = ageMs > 3 * longestGapMs ? 'silent' : ageMs > 1.5 * longestGapMs ? 'late' : 'on time';
  return { state, ageMs: Math.max(0, ageMs), longestGapMs };
}

function partsOf(judged: Judged): Part[] {
  const missing = Object.keys(keyColumns).map((kind, index) => ({ kind, count: judged.rows - (judged.known[index] ?? 0) }));
  const share = (faults: number) => Math.round((1000 * Math.max(0, judged.rows - faults)) / judged.rows) / 10;
  const part = (name: Part['part'], score: number, faults: Part['faults']): Part => ({
    part: name,
    score,
    rows: judged.rows,
    faults: faults.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count),
  });
  return [
    part('complete', share(missing.reduce((sum, { count }) => sum + count, 0) / missing.length), missing),
    part('unique', share(judged.doubled), [{ kind: 'doubled', count: judged.doubled }]),
    part('consistent', share(judged.contradictory + judged.future), [
      { kind: 'contradictory', count: judged.contradictory },
      { kind: 'future', count: judged.future },
    ]),
  ];
}

function acceptedPart(imported: Imported | undefined): Part[] {
  const rows = (imported?.accepted ?? 0) + (imported?.rejected ?? 0);
  if (!imported || rows === 0) return [];
  const score = Math.round((1000 * imported.accepted) / rows) / 10;
  return [{ part: 'accepted', score, rows, faults: imported.rejected > 0 ? [{ kind: 'rejected', count: imported.rejected }] : [] }];
}

const freshScores = { 'on time': 100, late: 50, silent: 0, unknown: null } as const;

function freshPart(freshness: SourceState['freshness'], rows: number): Part[] {
  const score = freshScores[freshness.state];
  return score === null ? [] : [{ part: 'fresh', score, rows, faults: score === 100 ? [] : [{ kind: freshness.state, count: 1 }] }];
}

async function ask<T extends object>({ store }: Workspace, statement: Sql): Promise<readonly T[]> {
  return (await store.query<T>(statement)).rows;
}

function volumeStatement({ database }: Workspace): Sql {
  const of = (name: string, entity: Volume['entity'], first: Sql, last: Sql) => sql`SELECT
  source,
  ${bind('String', entity)} AS entity,
  count() AS rows,
  min(${first}) AS first,
  max(${last}) AS last
FROM ${table(database, { name })}
GROUP BY source`;
  const at = sql`at`;
  return join(
    [
      of('tickets', 'tickets', sql`created_at`, sql`updated_at`),
      of('survey_responses', 'answers', sql`answered_at`, sql`answered_at`),
      of('messages', 'messages', at, at),
    ],
    sql`
UNION ALL
`,
  );
}

/** Tickets of the last 90 days of each source: what they tell, what contradicts itself, what stands twice under different ids. */
function judgedStatement({ database }: Workspace, nowMs: number): Sql {
  const known = join(Object.values(keyColumns).map((condition) => sql`countIf(${condition})`));
  return sql`SELECT
  source,
  count() AS rows,
  countIf(last_solved_at < created_at OR first_response_at < created_at OR closed_at < created_at) AS contradictory,
  countIf(created_at > fromUnixTimestamp64Milli(${bind('Int64', nowMs)})) AS future,
  countIf(subject != '') - uniqExactIf(cityHash64(requester_external_id, requester_email, requester_phone, created_at, subject), subject != '') AS doubled,
  [${known}] AS known
FROM ${table(database, { name: 'tickets' })} AS tickets
INNER JOIN (
  SELECT source, max(created_at) AS newest
  FROM ${table(database, { name: 'tickets' })}
  GROUP BY source
) AS last USING (source)
WHERE created_at > newest - INTERVAL ${bind('UInt64', judgedMs / 1000)} SECOND
GROUP BY source`;
}

function importStatement({ database }: Workspace): Sql {
  return sql`SELECT
  source,
  count() AS imports,
  sum(bytes) AS bytes,
  sum(rows_accepted) AS accepted,
  sum(rows_rejected) AS rejected
FROM ${table(database, { name: 'imports' })}
WHERE state != 'undone'
GROUP BY source`;
}

/** The longest silence of each source in its last eight weeks, from one new ticket to the next. */
function gapStatement({ database }: Workspace): Sql {
  return sql`SELECT
  source,
  max(gap) AS longest
FROM (
  SELECT
    source,
    toUnixTimestamp64Milli(created_at) - toUnixTimestamp64Milli(lagInFrame(toNullable(created_at)) OVER (PARTITION BY source ORDER BY created_at)) AS gap
  FROM ${table(database, { name: 'tickets' })} AS tickets
  INNER JOIN (
    SELECT source, max(created_at) AS newest
    FROM ${table(database, { name: 'tickets' })}
    GROUP BY source
  ) AS last USING (source)
  WHERE created_at > newest - INTERVAL ${bind('UInt64', usualMs / 1000)} SECOND
)
GROUP BY source`;
}
