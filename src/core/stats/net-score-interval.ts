import type { Interval } from '../model/estimate.ts';
import { z95 } from './wilson-interval.ts';

/**
 * Interval of a net score (promoters − detractors) ÷ answers, between −1 and 1.
 * Var = (1 − N)² p₊ + (0 − N)² p₀ + (−1 − N)² p₋, SE = √(Var ÷ n). One added answer of half a promoter and half a detractor keeps it honest
 * where all answers agree (Agresti and Min's adjustment). Null when there are no answers, or counts that cannot be.
 */
export function netScoreInterval(promoters: number, detractors: number, answers: number, z: number = z95): Interval | null {
  if (!areCounts(promoters, detractors, answers)) return null;
  const trials = answers + 1;
  const up = (promoters + 0.5) / trials;
  const down = (detractors + 0.5) / trials;
  const net = up - down;
  const variance = up + down - net * net;
  const margin = z * Math.sqrt(variance / trials);
  return { low: Math.max(-1, net - margin), high: Math.min(1, net + margin) };
}

/** The same without the added answer: the multinomial (Wald) interval of the textbooks, which is empty where all answers agree. */
export function netScoreWaldInterval(promoters: number, detractors: number, answers: number, z: number = z95): Interval | null {
  if (!areCounts(promoters, detractors, answers)) return null;
  const [up, down] = [promoters / answers, detractors / answers];
  const net = up - down;
  const margin = z * Math.sqrt((up + down - net * net) / answers);
  return { low: net - margin, high: net + margin };
}

function areCounts(promoters: number, detractors: number, answers: number): boolean {
  return answers > 0 && promoters >= 0 && detractors >= 0 && promoters + detractors <= answers * (1 + 1e-9);
}
