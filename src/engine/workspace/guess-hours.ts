import { tickets } from '../../core/entities/tickets.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { fewestReplies, guessWorkingHours, slotsPerDay } from '../../core/time/guess-working-hours.ts';
import { instantSql } from '../query/conditions.ts';
import { table } from '../store/workspace.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { readSetting } from './settings/read-settings.ts';

type Guess = Output<'guessHours'>[number];

/** Hours change: what was half a year ago tells little of today. */
const lookedBackMs = 182 * 86_400_000;
const slotsPerWeek = 7 * slotsPerDay;

/**
 * Working hours as the first replies of people in the last half-year of the facts show them: of all teams together, and of each with enough of them. The clock is
 * that of the team's schedule, or the workspace's own.
 */
export async function guessHours(workspace: OpenWorkspace): Promise<Guess[]> {
  const [{ zone, nowMs, dataUntilMs }, { value }, teams] = await Promise.all([
    workspace.calendar(),
    readSetting(workspace, 'schedules'),
    readTeams(workspace),
  ]);
  const sinceMs = Math.min(nowMs, dataUntilMs ?? nowMs) - lookedBackMs;
  const zones = new Map(value.schedules.flatMap((schedule) => schedule.teams.map((team) => [team, schedule.zone] as const)));
  const asked = [{ team: '', zone }, ...teams.map((team) => ({ team, zone: zones.get(team) ?? zone }))];
  const guesses = await Promise.all(asked.map((one) => guessOf(workspace, one, sinceMs)));
  return guesses.filter((guess) => guess !== null);
}

async function readTeams(workspace: OpenWorkspace): Promise<readonly string[]> {
  const rows = await workspace.ask(sql`SELECT team_id AS team, count() AS replies
FROM ${table(workspace.database, tickets)}
WHERE counted AND first_response_at IS NOT NULL AND team_id != ''
GROUP BY team
HAVING replies >= ${bind('UInt64', fewestReplies)}
ORDER BY replies DESC
LIMIT 200`);
  return rows.map((row) => String(row.team));
}

async function guessOf(workspace: OpenWorkspace, { team, zone }: Pick<Guess, 'team' | 'zone'>, sinceMs: number): Promise<Guess | null> {
  const local = sql`toTimeZone(assumeNotNull(first_response_at), ${bind('String', zone)})`;
  const ofTeam = team === '' ? sql`` : sql` AND team_id = ${bind('String', team)}`;
  const rows = await workspace.ask(sql`SELECT
  (toDayOfWeek(${local}) - 1) * ${bind('UInt64', slotsPerDay)} + toHour(${local}) * 2 + intDiv(toMinute(${local}), 30) AS slot,
  count() AS replies
FROM ${table(workspace.database, tickets)}
WHERE counted AND first_response_at >= ${instantSql(sinceMs)}${ofTeam}
GROUP BY slot`);
  const counts = Array<number>(slotsPerWeek).fill(0);
  for (const row of rows) counts[Number(row.slot)] = Number(row.replies);
  const guess = guessWorkingHours(counts);
  if (guess === null) return null;
  return { team, zone, replies: guess.replies, coveredPercent: guess.coveredPercent, shifts: guess.shifts.map((shift) => ({ ...shift })) };
}
