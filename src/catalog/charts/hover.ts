import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { formatCount } from './format-number.ts';
import { formatInterval, formatValue } from './format-value.ts';
import { palettes } from './palette.ts';

/** One line of a hover. */
export interface HoverLine {
  readonly name: string;
  readonly color: string;
  readonly metric: ResolvedMetric;
  readonly estimate: Estimate;
}

/** The look that hovers share. */
export function hoverBox(context: ChartContext) {
  const palette = palettes[context.theme];
  return {
    confine: true,
    backgroundColor: palette.surface,
    borderColor: palette.line,
    borderWidth: 1,
    padding: 8,
    textStyle: { color: palette.text, fontSize: 12 },
    transitionDuration: 0,
    extraCssText: 'box-shadow: none; border-radius: 8px; font-variant-numeric: tabular-nums;',
  };
}

/** A hover as HTML: a title, and per line its exact value, interval and n. Names come from data and are escaped. */
export function hoverHtml(title: string, lines: readonly HoverLine[], context: ChartContext): string {
  const rows = lines.map((line) => hoverRow(line, context)).join('');
  return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(title)}</div><table style="border-spacing:0">${rows}</table>`;
}

function hoverRow({ name, color, metric, estimate }: HoverLine, context: ChartContext): string {
  const dot = `<span style="display:inline-block;width:8px;height:8px;border-radius:4px;margin-right:6px;background:${color}"></span>`;
  const value = formatValue(estimate.value, metric.unit, context.locale, true);
  return `<tr><td>${dot}${escapeHtml(name)}</td><td style="text-align:right;padding-left:16px">${escapeHtml(value)}</td>${basis(metric, estimate, context)}</tr>`;
}

function basis(metric: ResolvedMetric, estimate: Estimate, context: ChartContext): string {
  if (metric.unit === 'count') return '';
  const interval = formatInterval(estimate, metric.unit, context.locale);
  const n = context.say('chart.n', { n: formatCount(estimate.n, context.locale) });
  const text = [interval, n].filter((part) => part !== null).join(' · ');
  return `<td style="padding-left:12px;color:${palettes[context.theme].muted}">${escapeHtml(text)}</td>`;
}

/** Text as HTML. */
function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
