import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

type Told = Pick<DistributionMetric, 'name' | 'better' | 'reference' | 'counterweight' | 'text'>;

/** A duration that stands on the ticket in both clocks, of tickets by their last solve: `column` without `_calendar_ms`. */
export function ticketDuration(column: string, told: Told): DistributionMetric {
  return {
    ...told,
    kind: 'distribution',
    unit: 'durationMs',
    dataset: tickets,
    time: 'solved',
    options: { clock: ['calendar', 'business'] },
    of: ({ options }) => identifier(`${column}_${options.clock}_ms`),
    statistics: ['median', 'p90', 'mean'],
    provenance: sql`resolution_provenance`,
    smallN: 30,
    examples: [
      {
        name: 'the mean over the tickets that have one; 0 is a value, null is none',
        ask: `${told.name}_mean`,
        rows: [3_600_000, 0, null].map((durationMs, index) => ({
          id: `t${index}`,
          created_at: '2026-03-02T09:00:00Z',
          last_solved_at: '2026-03-02T12:00:00Z',
          [`${column}_calendar_ms`]: durationMs,
          [`${column}_business_ms`]: 1,
        })),
        value: 1_800_000,
        n: 2,
      },
    ],
  };
}
