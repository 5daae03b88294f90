import { metrics as catalog } from '../../catalog/metrics/index.ts';
import { tickets } from '../../core/entities/tickets.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import { locales, type Texts } from '../../core/model/locale.ts';
import { noEstimate } from '../../core/model/no-estimate.ts';
import { sql } from '../../core/sql/sql.ts';
import { z95 } from '../../core/stats/wilson-interval.ts';
import { epochDayAt } from '../../core/time/zone.ts';
import type { MetricCall } from '../query/metric-call.ts';
import { table } from '../store/workspace.ts';
import { askDays, dayOf } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';

type DayFigure = Output<'home'>['figures'][number];

const figuresOfTickets = ['created', 'solved', 'backlog', 'first_response_median', 'csat', 'sla_compliance'];
const figuresOfSurveys = ['csat', 'nps', 'ces', 'response_rate'];
/** The usual is the mean of as many same weekdays; how much they vary is judged over twice as many. */
const usualWeeks = 4;
const variedWeeks = 8;

/** The figures of the day, each against the same weekday of four weeks; those of surveys where nothing is known of tickets. */
export async function dayFigures(source: FindingSource, goals: Readonly<Record<string, number>>): Promise<readonly DayFigure[]> {
  const days = { first: Math.max(source.firstDay, source.day - 7 * variedWeeks), last: source.day };
  const metrics = (await hasTickets(source)) ? figuresOfTickets : figuresOfSurveys;
  const asked = await askDays(source, { metrics, days, daily: true });
  return asked.map(({ call, answer }) => {
    const byDay = new Map(answer.cells.entries().map(([place, estimate]) => [dayOf(place), estimate]));
    const at = (weeks: number): Estimate => byDay.get(source.day - 7 * weeks) ?? answer.nothing;
    const weeks = Array.from({ length: variedWeeks }, (_, index) => index + 1).filter((week) => source.day - 7 * week >= days.first);
    const estimate = at(0);
    const usual = usualOf(weeks.map(at));
    const settled = isSettled(call, source);
    return {
      metric: call.resolved.key,
      label: labelOf(call),
      unit: call.resolved.unit,
      better: call.resolved.better,
      estimate,
      usual,
      goal: goals[call.resolved.key] ?? null,
      beyondNoise: settled && isOutside(estimate, usual),
      settled,
    };
  });
}

async function hasTickets({ ask, database }: FindingSource): Promise<boolean> {
  const rows = await ask(sql`SELECT 1 FROM ${table(database, tickets)} LIMIT 1`);
  return rows.length > 0;
}

/** Whether the data reach far enough beyond the day for its figure to be what it will stay. */
function isSettled({ metric, resolved }: MetricCall, { calendar, day }: FindingSource): boolean {
  const days = metric.ripensInDays?.(resolved.options) ?? 0;
  if (days === 0 || calendar.dataUntilMs === null) return true;
  return epochDayAt(calendar.zone, calendar.dataUntilMs) > day + days;
}

/** The name of a metric by language. */
export function labelOf({ metric }: MetricCall): Texts {
  const texts = catalog.find(({ name }) => name === metric.name)?.text ?? metric.text;
  return Object.fromEntries(locales.map((locale) => [locale, texts[locale].label])) as Texts;
}

/** Mean of the last weeks with the range in which another such day is expected. */
function usualOf(weeks: readonly Estimate[]): Estimate {
  const known = weeks.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = known.slice(0, usualWeeks);
  if (last.length < 2) return noEstimate;
  const mean = last.reduce((sum, value) => sum + value, 0) / last.length;
  const whole = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - whole) ** 2, 0) / (known.length - 1);
  const margin = z95 * Math.sqrt(variance * (1 + 1 / last.length));
  return { value: mean, low: mean - margin, high: mean + margin, n: last.length };
}

/** Whether a figure with its own interval lies outside of the usual range. */
function isOutside(estimate: Estimate, usual: Estimate): boolean {
  if (estimate.value === null || usual.low === null || usual.high === null) return false;
  const [low, high] = [estimate.low ?? estimate.value, estimate.high ?? estimate.value];
  return (estimate.value > usual.high && low > (usual.value ?? 0)) || (estimate.value < usual.low && high < (usual.value ?? 0));
}
