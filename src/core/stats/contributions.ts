/** One part of a whole in two stretches of time: its figure and its weight, the rows that it rests on. */
export interface Part {
  readonly before: { readonly value: number | null; readonly n: number };
  readonly after: { readonly value: number | null; readonly n: number };
}

/** What each part adds to the change of a sum: the differences. */
export function sumContributions(parts: readonly Part[]): readonly number[] {
  return parts.map(({ before, after }) => (after.value ?? 0) - (before.value ?? 0));
}

/**
 * What each part adds to the change of a weighted mean, as its own change (rate effect) plus its change of weight (mix effect), both at the middle of before and
 * after, so that the contributions add up to the change exactly: c = w̄·Δv + Δw·(v̄ − V̄). A part without rows on one side counts there with the value of the other.
 */
export function meanContributions(parts: readonly Part[]): readonly number[] {
  const [sizeBefore, sizeAfter] = [sum(parts.map(({ before }) => before.n)), sum(parts.map(({ after }) => after.n))];
  if (sizeBefore === 0 || sizeAfter === 0) return parts.map(() => 0);
  const filled = parts.map(({ before, after }) => ({
    weightBefore: before.n / sizeBefore,
    weightAfter: after.n / sizeAfter,
    valueBefore: before.value ?? after.value ?? 0,
    valueAfter: after.value ?? before.value ?? 0,
  }));
  const whole = sum(filled.map((part) => (part.weightBefore * part.valueBefore + part.weightAfter * part.valueAfter) / 2));
  return filled.map(({ weightBefore, weightAfter, valueBefore, valueAfter }) => {
    const rate = ((weightBefore + weightAfter) / 2) * (valueAfter - valueBefore);
    return rate + (weightAfter - weightBefore) * ((valueBefore + valueAfter) / 2 - whole);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
