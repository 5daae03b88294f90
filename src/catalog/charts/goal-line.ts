import { type Markish, ruleY, text } from '@observablehq/plot';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatValue } from './format-value.ts';
import { palettes } from './palette.ts';
import { textWidthPx } from './text-width.ts';

/** A line bucket by bucket. */
type Values = readonly (number | null)[];

/** Lines that the word of a goal should not lie on, and from where to where their values reach. */
export interface GoalGround {
  readonly lines: readonly Values[];
  readonly domain: readonly [number, number];
  /** Width of the plot without its margins. */
  readonly widthPx: number;
}

/** Height of the word with its distance from the line, as a share of a usual plot. */
const wordShare = 0.18;

/** The goal of a metric as a thin line with its word where fewest lines pass, on that side of it; nothing for a metric without one. */
export function goalLine(metric: ResolvedMetric, ground: GoalGround, context: ChartContext): Markish[] {
  const goal = goalOf(metric, context);
  if (goal === null) return [];
  const { muted, surface } = palettes[context.theme];
  const word = context.say('chart.goal', { value: formatValue(goal, metric.unit, context.locale) });
  const { from, below } = placeOfGoalWord(goal, (textWidthPx(word) + 8) / Math.max(1, ground.widthPx), ground);
  return [
    ruleY([goal], { stroke: muted, strokeDasharray: '2 3' }),
    text([goal], {
      x: [from * (lengthOf(ground) - 1)],
      y: [goal],
      text: [word],
      textAnchor: 'start',
      lineAnchor: below ? 'top' : 'bottom',
      dx: 4,
      dy: below ? 5 : -5,
      fill: muted,
      stroke: surface,
      strokeWidth: 4,
    }),
  ];
}

/** What the figure should be, in its unit; null where the house has set no goal. */
export function goalOf(metric: ResolvedMetric, { goals }: ChartContext): number | null {
  return goals?.[metric.key] ?? null;
}

/** Where the word begins, as a share of the width, and the side of the line. */
export interface WordPlace {
  readonly from: number;
  readonly below: boolean;
}

/** Stretches of the width that are tried. */
const tried = 12;

/** A word above or below the plot would stand among the names of events or of days. */
const outsideWeight = 2;

/** The place that fewest lines pass, from the right and above the line among equals; `widthShare` is what the word takes of the width. */
export function placeOfGoalWord(goal: number, widthShare: number, ground: GoalGround): WordPlace {
  const { lines, domain } = ground;
  const height = (domain[1] - domain[0]) * wordShare;
  const passing = ({ from, below }: WordPlace): number => {
    const [low, high] = below ? [goal - height, goal] : [goal, goal + height];
    const outside = low < domain[0] || high > domain[1] ? outsideWeight : 0;
    return outside + lines.reduce((sum, values) => sum + stepsWithin(stretchOf(values, from, widthShare), low, high), 0);
  };
  const room = lengthOf(ground) < 2 ? 0 : Math.max(0, 1 - widthShare);
  const starts = Array.from({ length: tried + 1 }, (_, step) => room * (1 - step / tried));
  const places = starts.flatMap((from) => [false, true].map((below) => ({ from, below })));
  return places.reduce((best, place) => (passing(place) < passing(best) ? place : best));
}

function lengthOf({ lines }: GoalGround): number {
  return Math.max(1, ...lines.map((values) => values.length));
}

function stretchOf(values: Values, from: number, share: number): Values {
  const last = values.length - 1;
  return values.slice(Math.floor(from * last), Math.ceil((from + share) * last) + 1);
}

/** Steps of a line from one point to the next that reach into a band of values. */
function stepsWithin(values: Values, low: number, high: number): number {
  return values.filter((value, index) => {
    const ends = [value, values[index + 1]].flatMap((each) => each ?? []);
    return ends.length > 0 && Math.min(...ends) <= high && Math.max(...ends) >= low;
  }).length;
}
