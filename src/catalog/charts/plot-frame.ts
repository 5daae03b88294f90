import type { PlotOptions } from '@observablehq/plot';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { palettes } from './palette.ts';

/** What all plots share: our font, no ground, colours as they are given, and no axes but our own. */
export function plotFrame({ theme }: Pick<ChartContext, 'theme'>): PlotOptions {
  return {
    style: { fontFamily, fontSize: '12px', color: palettes[theme].text, background: 'transparent', overflow: 'visible' },
    axis: null,
    label: null,
    color: { type: 'identity' },
  };
}
