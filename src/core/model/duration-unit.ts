import type { Unit } from './metric.ts';

/** Whether values of a unit are lengths of time in milliseconds, by either clock. */
export function isDuration(unit: string | undefined): unit is 'durationMs' | 'businessMs' {
  return unit === 'durationMs' || unit === 'businessMs';
}

/** The unit of a metric once its options are chosen: what runs on the clock of working hours is no calendar time. */
export function unitOnClock(unit: Unit, { clock }: Readonly<Record<string, string>>): Unit {
  return unit === 'durationMs' && clock === 'business' ? 'businessMs' : unit;
}
