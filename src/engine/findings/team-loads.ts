import type { Output } from '../../core/model/endpoints/index.ts';
import { bearableLoad } from '../../core/stats/bearable-load.ts';
import { weekStartOf } from '../../core/time/calendar-day.ts';
import { askDays, dayOf } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';
import { namesIn } from './names-in.ts';

type Loads = Output<'teamLoads'>;

const mostWeeks = 104;

/** For how many weeks in a row each team has had more to do than nine of ten weeks before, by the metric named: the mean of its days in each full week. */
export async function teamLoads(source: FindingSource, metric: string): Promise<Loads> {
  const last = weekStartOf(source.day + 1, source.calendar.weekStart) - 1;
  const weeks = Math.min(mostWeeks, Math.floor((last - source.firstDay + 1) / 7));
  const first = last - 7 * weeks + 1;
  if (weeks < 1) return { metric, teams: [], names: {} };
  const [asked] = await askDays(source, { metrics: [metric], days: { first, last }, daily: true, by: ['team'] });
  const byTeam = new Map<string, { sum: number; days: number }[]>();
  for (const [place, { value }] of asked?.answer.cells.entries() ?? []) {
    const week = Math.floor((dayOf(place) - first) / 7);
    const list = byTeam.get(place.group[0] ?? '') ?? Array.from({ length: weeks }, () => ({ sum: 0, days: 0 }));
    const cell = list[week];
    if (cell && value !== null) list[week] = { sum: cell.sum + value, days: cell.days + 1 };
    byTeam.set(place.group[0] ?? '', list);
  }
  const teams = [...byTeam]
    .filter(([team]) => team !== '')
    .map(([team, list]) => {
      const loads = list.map(({ sum, days }) => (days === 0 ? null : sum / days));
      return { team, loads, ...(bearableLoad(loads) ?? { bearable: null, weeksAbove: 0 }) };
    });
  const names = await namesIn(source, [{ dimension: 'team', values: teams.map(({ team }) => team) }]);
  return { metric: asked?.call.resolved.key ?? metric, teams, names };
}
