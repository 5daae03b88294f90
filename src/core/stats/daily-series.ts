/** What a series counts: `count` events, `share` successes of trials, `mean` a mean whose n differs by day, `level` a stock as it stands at the end of a day. */
export type SeriesKind = 'count' | 'share' | 'mean' | 'level';

/** One figure day by day. A day that is not known has NaN in both lists. */
export interface DailySeries {
  readonly kind: SeriesKind;
  /** Days since 1970-01-01 of the first element. */
  readonly firstDay: number;
  /** Counts; successes; n × value. */
  readonly amounts: Float64Array;
  /** 1 for counts; trials; n. */
  readonly units: Float64Array;
}

/** What season lets expect of a series, before its level is adjusted; lists run beside those of the series. */
export interface Expectation {
  /** Expected amount. */
  readonly amounts: Float64Array;
  /** By how much the amount grows when the level grows by 1: the expected count, or the units. */
  readonly units: Float64Array;
  /** Variance of the amount without overdispersion. */
  readonly variances: Float64Array;
  /** Standard deviation of what is expected of a day, in shares of it: of a month or an event that was seen once. Days of one stretch share it. */
  readonly relativeSds: Float64Array;
}
