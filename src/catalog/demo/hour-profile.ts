import { type Weighted, weighted } from './weighted.ts';

function profile(weights: readonly number[]): Weighted<number> {
  return weighted(weights.map((weight, hour) => [hour, weight]));
}

/** Arrivals by local hour: two humps, at 10 to 12 and at 19 to 21. */
export const writingHours = profile([12, 7, 5, 4, 5, 9, 18, 34, 56, 74, 98, 100, 82, 66, 62, 60, 60, 62, 74, 96, 98, 76, 46, 24]);

/** Arrivals of chats by local hour: the peak is at 20. */
export const chatHours = profile([10, 5, 3, 2, 3, 6, 14, 28, 46, 62, 84, 86, 70, 60, 58, 58, 60, 66, 84, 112, 136, 92, 50, 24]);
