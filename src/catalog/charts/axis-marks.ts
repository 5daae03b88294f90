import { type Markish, ruleX, ruleY, text } from '@observablehq/plot';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import { textWidthPx } from './text-width.ts';
import type { Axis } from './value-axis.ts';

const gapPx = 8;
const tickGapPx = 20;

/** Figures are wider than the letters that widths of texts are reckoned by. */
const wideFigures = 1.25;

/** Room below a plot for the ticks of its lower axis, in px. */
export const bottomAxisPx = 24;

/** Room that the labels of a left axis take, in px. */
export function leftAxisPx({ ticks }: Axis): number {
  return Math.ceil(Math.max(0, ...ticks.map(({ label }) => textWidthPx(label))) * wideFigures) + gapPx;
}

/** Fine lines across at each tick with its label to the left; zero is firmer, since bars and amounts stand on it. */
export function leftAxis({ ticks, domain }: Axis, { theme }: ChartContext): Markish[] {
  const { line, muted, rest } = palettes[theme];
  return [
    ruleY(ticks, { y: 'at', stroke: line }),
    ...(domain[0] === 0 ? [ruleY([0], { stroke: rest })] : []),
    text(ticks, { y: 'at', text: 'label', frameAnchor: 'left', textAnchor: 'end', dx: -gapPx, fill: muted }),
  ];
}

/** Every tick of a lower axis that is so wide, or every second one and so on, so that no label lies on another. */
export function thinTicks({ ticks }: Axis, axisPx: number): Pick<Axis, 'ticks'> {
  const widestPx = Math.max(0, ...ticks.map(({ label }) => textWidthPx(label))) + tickGapPx;
  const every = Math.max(1, Math.ceil((widestPx * (ticks.length - 1)) / Math.max(1, axisPx)));
  return { ticks: ticks.filter((_, index) => index % every === 0) };
}

/** Labels of ticks below the plot; with fine lines up from each where `lined`. */
export function bottomAxis({ ticks }: Pick<Axis, 'ticks'>, { theme }: ChartContext, lined = false): Markish[] {
  const { line, muted } = palettes[theme];
  return [
    ...(lined ? [ruleX(ticks, { x: 'at', stroke: line })] : []),
    text(ticks, { x: 'at', text: 'label', frameAnchor: 'bottom', lineAnchor: 'top', dy: gapPx, fill: muted }),
  ];
}
