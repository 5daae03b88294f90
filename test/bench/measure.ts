/** One line of the table of speeds. */
export interface Measurement {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly met: boolean | null;
  readonly note: string;
}

/** Runs two pieces of work in turn and gives the milliseconds of each run, the first of each left out. */
export async function inTurn(
  rounds: number,
  left: () => Promise<unknown>,
  right: () => Promise<unknown>,
): Promise<{ left: number[]; right: number[] }> {
  const times = { left: [] as number[], right: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const leftMs = await timed(left);
    const rightMs = await timed(right);
    if (round === 0) continue;
    times.left.push(leftMs);
    times.right.push(rightMs);
  }
  return times;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A rate in thousands: `1,240 k`. */
export function thousands(perSecond: number): string {
  return `${Math.round(perSecond / 1000).toLocaleString('en')} k`;
}

/** Milliseconds that people can compare. */
export function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`;
}
