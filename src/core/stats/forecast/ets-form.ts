import { cannotAnswer } from '../column.ts';

/** Error, trend and season of a model of exponential smoothing in Hyndman's taxonomy. */
export interface EtsForm {
  readonly error: 'additive' | 'multiplicative';
  readonly trend: 'none' | 'additive' | 'damped';
  readonly season: 'none' | 'additive' | 'multiplicative';
}

/** The model's name in the literature, such as `ETS(M,Ad,M)`. */
export function etsName({ error, trend, season }: EtsForm): string {
  const letters = { none: 'N', additive: 'A', multiplicative: 'M', damped: 'Ad' } as const;
  return `ETS(${letters[error]},${letters[trend]},${letters[season]})`;
}

const trends = ['none', 'additive', 'damped'] as const;

/**
 * The forms that can be fitted to a series: multiplicative ones only to values above 0, seasonal ones only to at least two seasons. As in R's `ets` no
 * trend multiplies, and additive errors do not go with a season that multiplies, where the variance is not finite.
 */
export function admissibleForms(isPositive: boolean, isSeasonal: boolean): EtsForm[] {
  const errors = isPositive ? (['additive', 'multiplicative'] as const) : (['additive'] as const);
  const seasons = isSeasonal ? (['none', 'additive', ...(isPositive ? (['multiplicative'] as const) : [])] as const) : (['none'] as const);
  return errors.flatMap((error) =>
    trends.flatMap((trend) =>
      seasons.filter((season) => !(error === 'additive' && season === 'multiplicative')).map((season) => ({ error, trend, season })),
    ),
  );
}

/** Smoothing and states that are estimated: α, β, γ, φ, level, slope, one season for each step but one. */
export function parametersOf({ trend, season }: EtsForm, period: number): number {
  const seasonal = season === 'none' ? 0 : 1 + period - 1;
  return 2 + (trend === 'none' ? 0 : 2) + (trend === 'damped' ? 1 : 0) + seasonal;
}

/** Refuses a form that multiplies for values that are not all above 0. @throws UserError */
export function checkForm(form: EtsForm, values: Float64Array): void {
  if (form.error === 'additive' && form.season !== 'multiplicative') return;
  const at = values.findIndex((value) => value <= 0);
  if (at >= 0)
    throw cannotAnswer(`${etsName(form)} multiplies and the series has ${values[at]} at position ${at}; it needs values above 0`);
}
