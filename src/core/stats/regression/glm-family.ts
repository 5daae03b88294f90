/** A distribution of outcomes with its canonical link. */
export interface GlmFamily {
  readonly name: 'logistic' | 'poisson';
  /** Refuses an outcome that the distribution cannot give: the sentence, or null. */
  readonly refusal: (outcome: number) => string | null;
  /** Mean of a linear predictor. */
  readonly mean: (eta: number) => number;
  /** dμ ÷ dη, which is the variance for a canonical link. */
  readonly slope: (eta: number) => number;
  /** d²μ ÷ dη². */
  readonly bend: (eta: number) => number;
  /** η of a mean. */
  readonly link: (mean: number) => number;
  /**
   * Fills means and slopes of rows `from` to `until` and returns the log-likelihood of these rows without the terms that no coefficient changes.
   */
  readonly evaluate: (rows: GlmRows, from: number, until: number) => number;
  /** The terms that `evaluate` leaves out, for one outcome; null where there are none. */
  readonly constant: ((outcome: number) => number) | null;
  /** Log-likelihood of a row whose mean is its outcome, without `constant`; null where it is always 0. */
  readonly saturated: ((outcome: number) => number) | null;
}

/** Working columns of a fit. */
export interface GlmRows {
  readonly outcome: Float64Array;
  readonly weights: Float64Array | null;
  readonly eta: Float64Array;
  readonly mean: Float64Array;
  readonly slope: Float64Array;
}
