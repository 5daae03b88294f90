/** The ways that cases and customers go: `import { directFollows } from 'earshot/journeys'`. Plain arrays in, plain objects out; no database, clock or network. */

export type { Interval } from '../model/estimate.ts';
export type { Column } from '../stats/column.ts';
export type { Progress } from '../stats/progress.ts';
export * from './attribute-by-markov.ts';
export * from './attribute-by-position.ts';
export * from './attribute-by-shapley.ts';
export * from './attribution-intervals.ts';
export * from './channel-paths.ts';
export * from './direct-follows.ts';
export * from './dwell.ts';
export * from './event-log.ts';
export * from './funnel.ts';
export * from './markov-chain.ts';
export * from './rework.ts';
export * from './shapley-values.ts';
export * from './solve-chain.ts';
export * from './summarise-durations.ts';
export * from './throughput.ts';
export * from './time-between.ts';
export * from './variants.ts';
export * from './what-follows.ts';
