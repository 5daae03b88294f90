import { UserError } from '../../model/user-error.ts';
import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { admissibleForms, type EtsForm, parametersOf } from './ets-form.ts';
import { type EtsFit, fitEts } from './fit-ets.ts';
import { checkPeriod, knownValues, type TimeSeries } from './time-series.ts';

export interface ChooseEtsOptions {
  /** Steps of a season; without one no seasonal form is tried. */
  readonly period?: number;
  /** Starts of each search; 1 by default. */
  readonly starts?: number;
  readonly progress?: Progress;
}

/**
 * The model of exponential smoothing with the smallest AICc among all that are admissible, as R's `ets` chooses. Hyndman, Koehler, Snyder and Grose 2002.
 * A model chosen so is the best of its kin, which is not to say that it is good: `automaticForecast` holds it against others.
 * @throws UserError for too few values
 */
export function chooseEts(series: TimeSeries, { period = 1, starts = 1, progress }: ChooseEtsOptions = {}): EtsFit {
  const values = knownValues(series, 4);
  const isSeasonal = period > 1;
  if (isSeasonal) checkPeriod(period, values.length);
  const n = values.filter((value) => !Number.isNaN(value)).length;
  const isPositive = values.every((value) => !(value <= 0));
  const forms = admissibleForms(isPositive, isSeasonal).filter((form) => n > parametersOf(form, period) + 2);
  let best: EtsFit | null = null;
  for (const [index, form] of forms.entries()) {
    checkpoint(progress, index / forms.length);
    const fit = fitOrNull(series, form, { period, starts });
    if (fit && (best === null || fit.aicc < best.aicc)) best = fit;
  }
  if (best === null) throw cannotAnswer(`the series has ${n} known values; no model of exponential smoothing can be fitted to so few`);
  return best;
}

/** Null where a form cannot follow the series. */
function fitOrNull(series: TimeSeries, form: EtsForm, options: { readonly period: number; readonly starts: number }): EtsFit | null {
  try {
    return fitEts(series, form, options);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
