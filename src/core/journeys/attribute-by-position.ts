import { cannotAnswer } from '../stats/column.ts';
import { type ChannelCredit, type ChannelPaths, creditsOf, numberPaths } from './channel-paths.ts';

/**
 * How a path's credit is shared by position. `time-decay`: each step before the last weighs `factor` times the next, ½ by default. `u-shaped`: a share
 * `ends` each to the first and the last, 0.4 by default, the rest evenly between; of two steps half each.
 */
export type PositionRule =
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'linear' }
  | { readonly kind: 'time-decay'; readonly factor?: number }
  | { readonly kind: 'u-shaped'; readonly ends?: number };

/**
 * Attribution by rule: each conversion is shared among the channels of its path by position alone. A convention, not a finding: it does not look at those
 * who did not convert, so it cannot tell what a channel adds.
 * @throws UserError for paths that cannot be, a factor outside 0 to 1, ends outside 0 to ½
 */
export function attributeByPosition(paths: ChannelPaths, rule: PositionRule): ChannelCredit[] {
  checkRule(rule);
  const numbered = numberPaths(paths);
  const conversions = new Float64Array(numbered.channels.length);
  const values = numbered.values === null ? null : new Float64Array(numbered.channels.length);
  const weightsByLength = new Map<number, Float64Array>();
  numbered.steps.forEach((steps, path) => {
    const weights = weightsByLength.get(steps.length) ?? weightsOf(steps.length, rule);
    weightsByLength.set(steps.length, weights);
    steps.forEach((channel, step) => {
      const weight = weights[step] ?? 0;
      conversions[channel] = (conversions[channel] ?? 0) + weight * (numbered.conversions[path] ?? 0);
      if (values) values[channel] = (values[channel] ?? 0) + weight * (numbered.values?.[path] ?? 0);
    });
  });
  return creditsOf(numbered, conversions, values);
}

function checkRule(rule: PositionRule): void {
  if (rule.kind === 'time-decay' && !((rule.factor ?? 0.5) > 0 && (rule.factor ?? 0.5) <= 1))
    throw cannotAnswer(`the factor of a time decay is above 0 and at most 1, not ${rule.factor}`);
  if (rule.kind === 'u-shaped' && !((rule.ends ?? 0.4) >= 0 && (rule.ends ?? 0.4) <= 0.5))
    throw cannotAnswer(`the share of each end is from 0 to 0.5, not ${rule.ends}`);
}

/** Weights of the steps of a path; they sum to 1. */
function weightsOf(length: number, rule: PositionRule): Float64Array {
  const raw = Float64Array.from({ length }, (_, step) => rawWeight(step, length, rule));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

function rawWeight(step: number, length: number, rule: PositionRule): number {
  const [isFirst, isLast] = [step === 0, step === length - 1];
  switch (rule.kind) {
    case 'first':
      return isFirst ? 1 : 0;
    case 'last':
      return isLast ? 1 : 0;
    case 'linear':
      return 1;
    case 'time-decay':
      return (rule.factor ?? 0.5) ** (length - 1 - step);
    case 'u-shaped': {
      const ends = rule.ends ?? 0.4;
      if (length <= 2) return 1;
      return isFirst || isLast ? ends : (1 - 2 * ends) / (length - 2);
    }
  }
}
