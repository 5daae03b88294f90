import { parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { invitations } from '../datasets/surveys.ts';

type Told = Pick<AggregateMetric, 'name' | 'reference' | 'text'>;

const sent = { sent_at: '2026-03-02T09:00:00Z' };

/** Surveys that got as far as a stage of the funnel, by the time they were sent: `column` is the instant of that stage, null for being sent. */
export function surveyStage(column: string | null, told: Told): AggregateMetric {
  const reached = column === null ? {} : { [column]: '2026-03-02T10:00:00Z' };
  return {
    ...told,
    kind: 'aggregate',
    unit: 'count',
    better: 'neither',
    dataset: invitations,
    time: 'sent',
    ...(column === null ? {} : { where: sql`${identifier(column)} IS NOT NULL` }),
    inputs: { surveys: sql`count()` },
    value: parseFormula('surveys'),
    n: 'surveys',
    examples: [
      {
        name: 'those that got so far',
        rows: [
          { ...sent, ...reached, id: 'a' },
          { ...sent, ...reached, id: 'b', bounced: column === null },
          ...(column === null ? [] : [{ ...sent, id: 'c' }]),
        ],
        value: 2,
        n: 2,
      },
    ],
  };
}
