import { type Markish, type ScaleOptions, text } from '@observablehq/plot';
import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import type { Series } from './series.ts';
import { shorten, textWidthPx } from './text-width.ts';

/** Groups that a chart of groups shows at most; the table shows all. */
export const mostGroups = 12;

const leastRowPx = 28;
const leastHeightPx = 220;

/** Above and below the rows, in px. */
export const groupMarginPx = 4;

/** The groups that are drawn, in order, "others" last. */
export function shownGroups(groups: readonly Series[]): readonly Series[] {
  const named = groups.filter((group) => !group.others).slice(0, mostGroups);
  return [...named, ...groups.filter((group) => group.others)];
}

/** How many groups are not drawn, as there are more than a chart of groups shows; `shown` is what it does show of the named ones. */
export function groupsLeftOut(groups: readonly Series[], shown = mostGroups): { readonly leftOut?: number } {
  const leftOut = groups.filter((group) => !group.others).length - shown;
  return leftOut > 0 ? { leftOut } : {};
}

/** How tall a chart of so many groups stands, in px; `aroundPx` is what it needs beside its rows. */
export function groupsHeightPx(count: number, aroundPx: number): number {
  return Math.max(leastHeightPx, count * leastRowPx + aroundPx);
}

/** Rows of groups by their index, the first on top, in which a bar is so thick, in px. */
export function groupScale(count: number, aroundPx: number, barPx: number): ScaleOptions {
  const rowPx = (groupsHeightPx(count, aroundPx) - aroundPx) / Math.max(1, count);
  const padding = 1 - barPx / rowPx;
  return { type: 'band', domain: Array.from({ length: count }, (_, index) => index), paddingInner: padding, paddingOuter: padding / 2 };
}

/** Room for the names to the left, in px. */
export function groupNamesPx(groups: readonly Series[], context: ChartContext): number {
  return Math.ceil(nameWidthPx(groups, context)) + gapPx;
}

/** The names of groups down the left side; long ones are cut with an ellipsis. */
export function groupNames(groups: readonly Series[], context: ChartContext): Markish {
  const widthPx = nameWidthPx(groups, context);
  const names = groups.map(({ name }) => shorten(name, widthPx));
  const { text: fill } = palettes[context.theme];
  return text(names, { y: (_, index) => index, text: (name) => name, frameAnchor: 'left', textAnchor: 'end', dx: -gapPx, fill });
}

const gapPx = 12;

/** Widest a name may be: two fifths of the chart. */
function nameWidthPx(groups: readonly Series[], context: ChartContext): number {
  const longest = Math.max(0, ...groups.map((group) => textWidthPx(group.name)));
  return Math.min(longest * 1.1 + 4, Math.max(80, context.widthPx * 0.4));
}
