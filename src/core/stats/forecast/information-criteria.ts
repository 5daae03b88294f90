/** Fit against the number of what was estimated; less is better, between models of the same values. */
export interface InformationCriteria {
  readonly aic: number;
  /** For few values. Hurvich and Tsai 1989; Infinity where there are hardly more values than parameters. */
  readonly aicc: number;
  readonly bic: number;
}

/** @param parameters all that was estimated, the variance with them */
export function informationCriteria(logLikelihood: number, n: number, parameters: number): InformationCriteria {
  const aic = -2 * logLikelihood + 2 * parameters;
  const room = n - parameters - 1;
  return {
    aic,
    aicc: room > 0 ? aic + (2 * parameters * (parameters + 1)) / room : Number.POSITIVE_INFINITY,
    bic: -2 * logLikelihood + Math.log(n) * parameters,
  };
}
