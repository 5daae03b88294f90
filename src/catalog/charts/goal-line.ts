import { type Markish, ruleY, text } from '@observablehq/plot';
import type { ResolvedMetric } from '../../core/model/result.ts';
import { type Box, boxesOverlap, type Place, passesThrough } from './box.ts';
import type { ChartContext } from './chart-context.ts';
import type { LegendItem } from './drawing.ts';
import { formatValue } from './format-value.ts';
import { palettes } from './palette.ts';
import { textWidthPx } from './text-width.ts';

/** What is drawn where the word of a goal could stand, in px. */
export interface GoalGround {
  /** The plot without its margins. */
  readonly plot: Box;
  /** Lines from place to place; null where they break. */
  readonly lines: readonly (readonly (Place | null)[])[];
  /** Words that stand there. */
  readonly words: readonly Box[];
  /** Where upright lines are. */
  readonly uprights: readonly number[];
}

/** The goal of a metric as it is drawn: a thin line, with its word on it, or in the legend where nothing on the line is free. */
export interface GoalLine {
  readonly marks: Markish[];
  readonly legend: readonly LegendItem[];
}

/** The goal of a metric as a thin line with its word where nothing else is drawn; nothing for a metric without one. `yOf` is the height of a value in px. */
export function goalLine(metric: ResolvedMetric, ground: GoalGround, yOf: (value: number) => number, context: ChartContext): GoalLine {
  const goal = goalOf(metric, context);
  if (goal === null) return { marks: [], legend: [] };
  const { muted, surface } = palettes[context.theme];
  const word = context.say('chart.goal', { value: formatValue(goal, metric.unit, context.locale) });
  const rule = ruleY([goal], { stroke: muted, strokeDasharray: '2 3' });
  const place = placeOfGoalWord(yOf(goal), wideFigures * textWidthPx(word), ground);
  if (place === null) return { marks: [rule], legend: [{ name: word, color: muted, dotted: true }] };
  const { left, below } = place;
  const lies = { frameAnchor: 'left', textAnchor: 'start', lineAnchor: below ? 'top' : 'bottom' } as const;
  const halo = { fill: muted, stroke: surface, strokeWidth: 4 };
  const label = text([goal], { y: [goal], text: [word], ...lies, dx: left - ground.plot.left, dy: below ? awayPx : -awayPx, ...halo });
  return { marks: [rule, label], legend: [] };
}

/** What the figure should be, in its unit; null where the house has set no goal. */
export function goalOf(metric: ResolvedMetric, { goals }: ChartContext): number | null {
  return goals?.[metric.key] ?? null;
}

/** Where the word begins, in px, and the side of the line. */
export interface WordPlace {
  readonly left: number;
  readonly below: boolean;
}

/** Figures and their signs are wider than the letters that widths of texts are reckoned by. */
const wideFigures = 1.1;

const wordPx = 12;
const awayPx = 5;
/** From a word to what it must not touch. */
const apartPx = 2;
const stepPx = 6;

/**
 * The place of a word of such a width along the line of a goal at such a height: within the plot, on no line and no other word, from the right
 * and above the line, rather not over an upright line; null where every place is taken.
 */
export function placeOfGoalWord(goalPx: number, widthPx: number, ground: GoalGround): WordPlace | null {
  const { plot, uprights } = ground;
  const room = Math.max(0, plot.right - plot.left - widthPx - 2 * apartPx);
  const lefts = Array.from({ length: Math.floor(room / stepPx) + 1 }, (_, step) => plot.left + apartPx + room - step * stepPx);
  const free = lefts
    .flatMap((left) => [false, true].map((below) => ({ left, below })))
    .filter((place) => isFree(boxOf(place, goalPx, widthPx), ground));
  const isCrossed = ({ left }: WordPlace) => uprights.some((x) => x > left - apartPx && x < left + widthPx + apartPx);
  return free.find((place) => !isCrossed(place)) ?? free[0] ?? null;
}

function boxOf({ left, below }: WordPlace, goalPx: number, widthPx: number): Box {
  const top = below ? goalPx + awayPx : goalPx - awayPx - wordPx;
  return { left: left - apartPx, right: left + widthPx + apartPx, top: top - apartPx, bottom: top + wordPx + apartPx };
}

/** What stands above or below the plot would stand among the names of events or of days. */
function isFree(box: Box, { plot, lines, words }: GoalGround): boolean {
  if (box.top < plot.top - apartPx || box.bottom > plot.bottom + apartPx) return false;
  if (words.some((word) => boxesOverlap(box, word))) return false;
  return !lines.some((places) => places.some((place, index) => place !== null && passesThrough(place, places[index + 1] ?? place, box)));
}
