import type { Driver } from '../../src/core/model/finding.ts';

/** Whether the interval of a driver's share holds what is planted. */
export function holdsShare({ shareInterval }: Driver, planted: number): boolean {
  return shareInterval !== null && shareInterval.low <= planted && planted <= shareInterval.high;
}

/** The share of a driver with its interval. */
export function shareOf({ share, shareInterval }: Driver): string {
  const percent = (value: number): string => (100 * value).toFixed(0);
  return `${percent(share)} % ${shareInterval ? `(${percent(shareInterval.low)} to ${percent(shareInterval.high)})` : '(no interval)'}`;
}
