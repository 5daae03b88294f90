import { type Markish, ruleY, text } from '@observablehq/plot';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import type { Course } from './course.ts';
import { formatValue } from './format-value.ts';
import { palettes } from './palette.ts';
import { textWidthPx } from './text-width.ts';

/** Lines that the word of a goal should not lie on, and from where to where their values reach. */
export interface GoalGround {
  readonly courses: readonly Pick<Course, 'points'>[];
  readonly domain: readonly [number, number];
}

/** Height of the word with its distance from the line, as a share of a usual plot. */
const wordShare = 0.18;

/** The goal of a metric as a thin line with its word at that end and on that side of it where fewest lines pass; nothing for a metric without one. */
export function goalLine(metric: ResolvedMetric, ground: GoalGround, context: ChartContext): Markish[] {
  const goal = goalOf(metric, context);
  if (goal === null) return [];
  const { muted, surface } = palettes[context.theme];
  const word = context.say('chart.goal', { value: formatValue(goal, metric.unit, context.locale) });
  const { end, below } = placeOfGoalWord(goal, (textWidthPx(word) + 8) / context.widthPx, ground);
  return [
    ruleY([goal], { stroke: muted, strokeDasharray: '2 3' }),
    text([goal], {
      y: [goal],
      text: [word],
      frameAnchor: end,
      textAnchor: end === 'right' ? 'end' : 'start',
      lineAnchor: below ? 'top' : 'bottom',
      dx: end === 'right' ? 0 : 4,
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

/** An end of the line and a side of it. */
export interface WordPlace {
  readonly end: 'left' | 'right';
  readonly below: boolean;
}

const wordPlaces: readonly WordPlace[] = [
  { end: 'right', below: false },
  { end: 'right', below: true },
  { end: 'left', below: false },
  { end: 'left', below: true },
];

/** The place that fewest lines pass, the first of equals; `widthShare` is what the word takes of the width. */
export function placeOfGoalWord(goal: number, widthShare: number, { courses, domain }: GoalGround): WordPlace {
  const height = (domain[1] - domain[0]) * wordShare;
  const passing = ({ end, below }: WordPlace): number => {
    const [low, high] = below ? [goal - height, goal] : [goal, goal + height];
    const outside = low < domain[0] || high > domain[1] ? 0.5 : 0;
    return outside + courses.reduce((sum, { points }) => sum + stepsWithin(stretchOf(points, end, widthShare), low, high), 0);
  };
  return wordPlaces.reduce((best, place) => (passing(place) < passing(best) ? place : best));
}

function stretchOf(points: Course['points'], end: WordPlace['end'], share: number): Course['points'] {
  const count = Math.ceil(points.length * share) + 1;
  return end === 'left' ? points.slice(0, count) : points.slice(-count);
}

/** Steps of a line from one point to the next that reach into a band of values. */
function stepsWithin(points: Course['points'], low: number, high: number): number {
  return points.filter((point, index) => {
    const ends = [point, points[index + 1]].flatMap((each) => each?.value ?? []);
    return ends.length > 0 && Math.min(...ends) <= high && Math.max(...ends) >= low;
  }).length;
}
