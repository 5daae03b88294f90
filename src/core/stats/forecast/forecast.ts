/** What is expected of the next steps, the first first. */
export interface Forecast {
  /** The method, as the literature calls it. */
  readonly method: string;
  /** Known values that it was made from. */
  readonly n: number;
  readonly mean: Float64Array;
  /** Ends between which a value falls with the chance `level`, each step for itself. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly level: number;
}

export interface ForecastOptions {
  /** Chance that a value falls between the ends; 0.95 by default. */
  readonly level?: number;
}

/** A forecast whose errors are nearly normal, from their standard deviations and the factor that the level takes. */
export function normalForecast(
  method: string,
  n: number,
  { mean, deviations, factor, level }: { mean: Float64Array; deviations: Float64Array; factor: number; level: number },
): Forecast {
  const reach = deviations.map((deviation) => factor * deviation);
  return {
    method,
    n,
    mean,
    low: mean.map((value, i) => value - (reach[i] ?? 0)),
    high: mean.map((value, i) => value + (reach[i] ?? 0)),
    level,
  };
}
