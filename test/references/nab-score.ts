/** One series of the benchmark with the scores that a detector gave it. Windows are positions, both inclusive. */
export interface ScoredSeries {
  readonly scores: ArrayLike<number>;
  readonly windows: readonly (readonly [number, number])[];
}

/** What a hit, a miss and a false alarm count. */
export interface CostMatrix {
  readonly tpWeight: number;
  readonly fnWeight: number;
  readonly fpWeight: number;
}

/** The benchmark's score at the best threshold over all series. */
export interface NabScore {
  /** 100 for every window hit at its start without a false alarm, 0 for silence. */
  readonly normalised: number;
  readonly raw: number;
  readonly threshold: number;
  readonly windows: number;
}

/** The value of an alarm by its place: −1 at the left edge of a window, 0 at its right one, above 0 behind it. */
export function scaledSigmoid(place: number): number {
  return place >= 3 ? -1 : 2 / (1 + Math.exp(5 * place)) - 1;
}

/** First values of a series that are not scored. */
export function probationLength(rows: number): number {
  return Math.min(Math.floor(0.15 * rows), 750);
}

/** 100 × (score − that of silence) ÷ (perfect − that of silence). */
export function normalise(raw: number, windows: number, { tpWeight, fnWeight }: CostMatrix): number {
  return (100 * (raw + fnWeight * windows)) / ((tpWeight + fnWeight) * windows);
}

interface Alarm {
  readonly score: number;
  readonly worth: number;
  /** Number of its window over all series; −1 outside. */
  readonly window: number;
}

/** Scores a detector as numenta/NAB 1.1 does (nab/sweeper.py): one threshold for all series, the best alarm of a window, all false ones. */
export function nabScore(series: readonly ScoredSeries[], costs: CostMatrix): NabScore {
  let windows = 0;
  const alarms = series.flatMap((each) => {
    const found = alarmsOf(each, costs, windows);
    windows += each.windows.length;
    return found;
  });
  alarms.sort((a, b) => b.score - a.score);
  const best = new Float64Array(windows).fill(-costs.fnWeight);
  let raw = -costs.fnWeight * windows;
  let found = { raw, threshold: Number.POSITIVE_INFINITY };
  alarms.forEach((alarm, i) => {
    const gain = alarm.window < 0 ? alarm.worth : Math.max(0, alarm.worth - (best[alarm.window] ?? 0));
    raw += gain;
    if (alarm.window >= 0) best[alarm.window] = Math.max(best[alarm.window] ?? 0, alarm.worth);
    if (alarms[i + 1]?.score !== alarm.score && raw > found.raw) found = { raw, threshold: alarm.score };
  });
  return { ...found, normalised: normalise(found.raw, windows, costs), windows };
}

function alarmsOf({ scores, windows }: ScoredSeries, costs: CostMatrix, firstWindow: number): Alarm[] {
  const alarms: Alarm[] = [];
  let next = 0;
  for (let i = 0; i < scores.length; i++) {
    while (i > (windows[next]?.[1] ?? Number.POSITIVE_INFINITY)) next++;
    if (i < probationLength(scores.length)) continue;
    const window = windows[next];
    const isIn = window !== undefined && i >= window[0];
    const worth = isIn ? hitWorth(i, window, costs) : falseWorth(i, windows[next - 1], costs);
    alarms.push({ score: scores[i] ?? 0, worth, window: isIn ? firstWindow + next : -1 });
  }
  return alarms;
}

function hitWorth(i: number, [from, until]: readonly [number, number], { tpWeight }: CostMatrix): number {
  return (tpWeight * scaledSigmoid(-(until - i + 1) / (until - from + 1))) / scaledSigmoid(-1);
}

function falseWorth(i: number, before: readonly [number, number] | undefined, { fpWeight }: CostMatrix): number {
  return fpWeight * scaledSigmoid(before ? (i - before[1]) / (before[1] - before[0]) : 3);
}
