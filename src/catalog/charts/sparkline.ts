/** A small course without axes: values one a step, null where there is none, and a stretch at its end that is looked at. */
export interface SparklineInput {
  readonly values: readonly (number | null)[];
  /** Index of the first value of the stretch that is looked at. */
  readonly from: number;
  /** What was expected of a value in that stretch. */
  readonly expected: { readonly low: number; readonly high: number } | null;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What is drawn: paths in SVG, all in pixels. */
export interface Sparkline {
  readonly line: string;
  /** The stretch that is looked at, over the whole height. */
  readonly stretch: { readonly x: number; readonly width: number };
  readonly band: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly last: { readonly x: number; readonly y: number } | null;
}

const marginPx = 4;

/** Lays out a sparkline: from zero or from the lowest value when that is far above, up to the highest; what never varies in the middle. Missing is a gap. */
export function sparkline({ values, from, expected, widthPx, heightPx }: SparklineInput): Sparkline {
  const known = values.filter((value) => value !== null);
  const bounds = expected === null ? [] : [expected.low, expected.high];
  const highest = Math.max(...known, ...bounds, Number.EPSILON);
  const least = Math.min(...known, ...bounds, highest);
  const lowest = least > highest * 0.5 ? least - (highest - least) * 0.2 : Math.min(0, least);
  const stepPx = (widthPx - 2 * marginPx) / Math.max(1, values.length - 1);
  const xOf = (index: number) => rounded(marginPx + index * stepPx);
  const shareOf = (value: number) => (highest === lowest ? 0.5 : (value - lowest) / (highest - lowest));
  const yOf = (value: number) => rounded(heightPx - marginPx - shareOf(value) * (heightPx - 2 * marginPx));
  const start = Math.max(0, xOf(from) - stepPx / 2);
  const stretch = { x: rounded(start), width: rounded(widthPx - start) };
  const lastIndex = values.findLastIndex((value) => value !== null);
  const lastValue = values[lastIndex];
  return {
    line: pathOf(values, xOf, yOf),
    stretch,
    band: expected === null ? null : { ...stretch, y: yOf(expected.high), height: rounded(yOf(expected.low) - yOf(expected.high)) },
    last: lastValue == null ? null : { x: xOf(lastIndex), y: yOf(lastValue) },
  };
}

function pathOf(values: readonly (number | null)[], xOf: (index: number) => number, yOf: (value: number) => number): string {
  return values
    .map((value, index) => (value === null ? '' : `${values[index - 1] == null ? 'M' : 'L'}${xOf(index)} ${yOf(value)}`))
    .join('');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
