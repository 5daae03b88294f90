import { checkChoice } from '../check-options.ts';
import { cannotAnswer } from '../column.ts';
import { normalAbove, normalDensity } from '../distributions.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** `pocock` is the same bound at every look; `obrien-fleming` is strict early: its bound at look k of K is c × √(K ÷ k). */
export type Boundary = 'pocock' | 'obrien-fleming';

/**
 * The |z| at each of `looks` evenly spaced looks beyond which a two-sided test may stop, so that the chance of ever stopping without an effect is `alpha`.
 * By recursive integration of the score between the bounds. Armitage, McPherson and Rowe 1969; Jennison and Turnbull 2000, chapter 19.
 * @throws UserError for looks that are no whole number from 1 to 20, and alpha outside 0 to 1
 */
export function stoppingBounds(looks: number, boundary: Boundary, alpha = 0.05): number[] {
  if (!Number.isSafeInteger(looks) || looks < 1 || looks > 20) throw cannotAnswer(`looks are a whole number from 1 to 20, not ${looks}`);
  if (!(alpha > 0 && alpha < 1)) throw cannotAnswer(`alpha is above 0 and below 1, not ${alpha}`);
  checkChoice('boundary', boundary, ['pocock', 'obrien-fleming']);
  const boundsFor = (c: number) => Array.from({ length: looks }, (_, k) => (boundary === 'pocock' ? c : c * Math.sqrt(looks / (k + 1))));
  let [low, high] = [0.1, 10];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (chanceToStop(boundsFor(middle)) > alpha) low = middle;
    else high = middle;
  }
  return boundsFor((low + high) / 2);
}

/** The chance, without an effect, that |z| is beyond its bound at some look. Looks are evenly spaced. @throws UserError for a bound that is not above 0 */
export function chanceToStop(bounds: readonly number[]): number {
  const bad = bounds.find((bound) => !(bound > 0 && Number.isFinite(bound)));
  if (bounds.length === 0 || bad !== undefined)
    throw cannotAnswer(`every look needs a bound above 0${bad === undefined ? '' : `, not ${bad}`}`);
  let stopped = 0;
  let density: (score: number) => number = (score) => normalDensity(score);
  bounds.forEach((bound, index) => {
    const look = index + 1;
    const edge = bound * Math.sqrt(look);
    const previous = index === 0 ? null : { edge: (bounds[index - 1] ?? 0) * Math.sqrt(index), density };
    stopped += previous === null ? 2 * normalAbove(edge) : beyond(previous.edge, previous.density, edge);
    if (previous !== null) density = continued(previous.edge, previous.density, edge);
  });
  return stopped;
}

/** The chance to be within ±from before and beyond ±edge after one more independent step. */
function beyond(from: number, density: (score: number) => number, edge: number): number {
  return gaussLegendre((score) => density(score) * (normalAbove(edge - score) + normalAbove(edge + score)), -from, from);
}

/** The density of the score after one more step, kept at points within ±edge and read off between them by a cubic. */
function continued(from: number, density: (score: number) => number, edge: number): (score: number) => number {
  const count = 120;
  const step = (2 * edge) / count;
  const values = Float64Array.from({ length: count + 1 }, (_, index) => {
    const score = -edge + index * step;
    return gaussLegendre((before) => density(before) * normalDensity(score - before), -from, from);
  });
  return (score) => {
    const place = Math.min(count - 2, Math.max(1, Math.floor((score + edge) / step)));
    const t = (score + edge) / step - place;
    const [a, b, c, d] = [values[place - 1] ?? 0, values[place] ?? 0, values[place + 1] ?? 0, values[place + 2] ?? 0];
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  };
}
