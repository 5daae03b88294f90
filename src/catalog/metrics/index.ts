import type { Metric } from '../../core/model/metric.ts';
import * as list from './list.ts';

/** Every metric of the product. */
export const metrics: readonly Metric[] = Object.values(list);
