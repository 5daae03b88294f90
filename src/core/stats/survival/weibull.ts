import type { Interval } from '../../model/estimate.ts';
import type { Progress } from '../progress.ts';
import { fitAcceleratedFailure } from './accelerated-failure.ts';
import type { ObservedDurations } from './observed-durations.ts';

/** Survival exp(−(t / `lambda`)^`rho`): the chance of the event falls with age where ρ < 1 and rises where ρ > 1. */
export interface Weibull {
  readonly lambda: number;
  readonly rho: number;
}

/** A Weibull distribution fitted to durations. */
export interface WeibullFit extends Weibull {
  readonly standardErrors: Weibull;
  /** 95 % where no other level was asked for. */
  readonly intervals: { readonly lambda: Interval; readonly rho: Interval };
  readonly median: number;
  readonly logLikelihood: number;
  readonly n: number;
  readonly events: number;
}

/** Fits a Weibull distribution to durations of which some are still running. @throws UserError as `fitAcceleratedFailure` */
export function fitWeibull(
  observed: ObservedDurations,
  options: { readonly level?: number; readonly progress?: Progress } = {},
): WeibullFit {
  const { n, events, intercept, scale, logLikelihood } = fitAcceleratedFailure('weibull', observed, {}, options);
  const lambda = Math.exp(intercept.coefficient);
  const rho = 1 / scale.estimate;
  return {
    lambda,
    rho,
    standardErrors: { lambda: lambda * intercept.standardError, rho: (scale.standardError / scale.estimate) * rho },
    intervals: {
      lambda: intercept.interval,
      rho: { low: 1 / scale.interval.high, high: 1 / scale.interval.low },
    },
    median: lambda * Math.LN2 ** (1 / rho),
    logLikelihood,
    n,
    events,
  };
}

/** Share of cases without the event after `time`. */
export function weibullSurvival({ lambda, rho }: Weibull, time: number): number {
  return Math.exp(-((time / lambda) ** rho));
}
