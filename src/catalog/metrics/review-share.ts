import { sql } from '../../core/sql/sql.ts';

/** A judgement as a percentage of its scale. */
export const reviewShare = sql`(100 * (score - scale_min) / (scale_max - scale_min))`;

/** How much a judgement counts. */
export const reviewWeight = sql`if(weight > 0, weight, 1)`;
