import type { Random } from './random.ts';
import { draw, weighted } from './weighted.ts';

/** An answer on its own scale. */
export interface Answer {
  readonly kind: 'csat' | 'ces' | 'nps';
  readonly score: number;
  readonly min: number;
  readonly max: number;
  /** Words at the ends of the scale. */
  readonly labels: string;
  readonly isGood: boolean;
}

/** The scale of satisfaction was 1 to 10 until the end of 2024. */
const fivePointsFrom = Date.UTC(2025, 0, 1);

const goodOfFive = weighted([
  [5, 62],
  [4, 38],
]);
const badOfFive = weighted([
  [3, 44],
  [2, 21],
  [1, 35],
]);
const goodOfTen = weighted([
  [10, 42],
  [9, 34],
  [8, 24],
]);
const badOfTen = weighted([
  [7, 24],
  [6, 16],
  [5, 14],
  [4, 9],
  [3, 10],
  [2, 9],
  [1, 18],
]);

/** Satisfaction with the service, of a customer who is satisfied with a probability. */
export function satisfactionAnswer(random: Random, satisfied: number, askedAt: number): Answer {
  const isGood = random.chance(satisfied);
  const labels = 'very dissatisfied | very satisfied';
  if (askedAt >= fivePointsFrom)
    return { kind: 'csat', score: draw(isGood ? goodOfFive : badOfFive, random), min: 1, max: 5, labels, isGood };
  return { kind: 'csat', score: draw(isGood ? goodOfTen : badOfTen, random), min: 1, max: 10, labels, isGood };
}

const effort = weighted([
  [7, 28],
  [6, 27],
  [5, 19],
  [4, 10],
  [3, 7],
  [2, 4],
  [1, 5],
]);

/** "The company made it easy to handle my issue", 1 to 7: 74 % agree. */
export function effortAnswer(random: Random): Answer {
  const score = draw(effort, random);
  return { kind: 'ces', score, min: 1, max: 7, labels: 'strongly disagree | strongly agree', isGood: score >= 5 };
}

const loyalty = weighted([
  [10, 31],
  [9, 21],
  [8, 17],
  [7, 10],
  [6, 6],
  [5, 6],
  [4, 2],
  [3, 2],
  [2, 1],
  [1, 1],
  [0, 3],
]);

/** Recommendation, 0 to 10: 52 % promoters, 21 % detractors. */
export function loyaltyAnswer(random: Random): Answer {
  const score = draw(loyalty, random);
  return { kind: 'nps', score, min: 0, max: 10, labels: 'not at all likely | extremely likely', isGood: score >= 7 };
}
