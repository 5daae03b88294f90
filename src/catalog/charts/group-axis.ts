import type { ChartContext } from './chart-context.ts';
import { palettes } from './palette.ts';
import type { Series } from './series.ts';
import { textWidthPx } from './text-width.ts';

/** Groups that a chart of groups shows at most; the table shows all. */
const mostGroups = 12;

/** The groups that are drawn, in order, "others" last. */
export function shownGroups(groups: readonly Series[]): readonly Series[] {
  const named = groups.filter((group) => !group.others).slice(0, mostGroups);
  return [...named, ...groups.filter((group) => group.others)];
}

/** Widest a name may be: two fifths of the chart. */
function nameWidthPx(groups: readonly Series[], context: ChartContext): number {
  const longest = Math.max(0, ...groups.map((group) => textWidthPx(group.name)));
  return Math.min(longest + 4, Math.max(80, context.widthPx * 0.4));
}

/** Room for the names to the left and for `labelPx` of values to the right. */
export function groupGrid(groups: readonly Series[], context: ChartContext, labelPx: number) {
  return { left: nameWidthPx(groups, context) + 12, right: labelPx, top: 4, bottom: 4 };
}

/** The names of groups down the left side, the first on top; long ones are cut with an ellipsis. */
export function groupAxis(groups: readonly Series[], context: ChartContext) {
  const palette = palettes[context.theme];
  return {
    type: 'category' as const,
    inverse: true,
    data: groups.map((group) => group.name),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.text, fontSize: 12, interval: 0, width: nameWidthPx(groups, context), overflow: 'truncate' as const },
  };
}
