import type { Driver } from '../../core/model/finding.ts';
import type { Locale } from '../../core/model/locale.ts';
import { formatPercent } from '../charts/format-number.ts';

/** The share of a change that a driver holds, with the bounds between which it lies: `87% (62% – 110%)`. */
export function formatDriverShare({ share, shareInterval }: Driver, locale: Locale): string {
  const percent = (value: number): string => formatPercent(Math.round(100 * value), locale);
  if (!shareInterval) return percent(share);
  const bounds = `${percent(shareInterval.low)} – ${percent(shareInterval.high)}`;
  return locale.startsWith('zh') ? `${percent(share)}（${bounds}）` : `${percent(share)} (${bounds})`;
}
