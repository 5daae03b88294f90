import type { Choice } from '../../core/model/metric.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';

/** A matter that another contact may still join. */
export function matterPending({ now }: Choice): Sql {
  return sql`toUnixTimestamp64Milli(reached_at) + 604800000 > ${now}`;
}
