import type { Estimate } from '../../core/model/estimate.ts';
import type { Cells } from './cells.ts';

/** What a call says by place, and over everything. */
export interface Answer {
  readonly cells: Cells<Estimate>;
  readonly total: Estimate;
  /** What a place says of which no row speaks. */
  readonly nothing: Estimate;
}
