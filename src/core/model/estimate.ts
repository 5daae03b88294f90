/** A number with what it rests on. `value` is null when there is nothing to tell; low and high are null where no interval exists. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many rows, answers or customers it rests on. */
  readonly n: number;
  /** Rows that are too young to judge. */
  readonly pending?: number;
  /** How many of the n rows were computed from events, and how many are as the source reports them. */
  readonly provenance?: { readonly computed: number; readonly reported: number };
}

/** Bounds of an estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const noEstimate: Estimate = { value: null, low: null, high: null, n: 0 };
