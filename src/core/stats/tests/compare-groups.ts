import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { meanOf } from '../descriptive/moments.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import { rank } from '../descriptive/ranks.ts';
import { chiSquareAbove, fAbove } from '../distributions.ts';

/** Whether several groups differ. */
export interface GroupDifference {
  /** F, or H for ranks. */
  readonly statistic: number;
  readonly df: readonly [number, number] | readonly [number];
  readonly pValue: number;
  readonly n: readonly number[];
}

/**
 * One-way analysis of variance: do group means differ, given one spread?
 * @throws UserError for fewer than two groups, an empty one, and where no group varies
 */
export function anova(groups: readonly Column[]): GroupDifference {
  const n = checkGroups(groups);
  const total = n.reduce((sum, count) => sum + count, 0);
  const means = groups.map(meanOf);
  const grand = means.reduce((sum, mean, index) => sum + mean * (n[index] ?? 0), 0) / total;
  const between = means.reduce((sum, mean, index) => sum + (n[index] ?? 0) * (mean - grand) ** 2, 0);
  const within = groups.reduce((sum, group, index) => sum + squares(group, means[index] ?? 0), 0);
  const df = [groups.length - 1, total - groups.length] as const;
  if (!(within > 0) || df[1] < 1) throw cannotAnswer('no group varies within itself, so there is no noise to judge the differences by');
  const statistic = between / df[0] / (within / df[1]);
  return { statistic, df, pValue: fAbove(statistic, df[0], df[1]), n };
}

/** Kruskal and Wallis' H: do values of some groups tend to be larger? Corrected for ties. @throws UserError as `anova`, and where all values are equal */
export function kruskalWallisTest(groups: readonly Column[]): GroupDifference {
  const n = checkGroups(groups);
  const all = Float64Array.from(groups.flatMap((group) => Array.from(group)));
  const { ranks, tieSum } = rank(all);
  const total = all.length;
  let [offset, sum] = [0, 0];
  for (const count of n) {
    let rankSum = 0;
    for (let i = offset; i < offset + count; i++) rankSum += ranks[i] ?? 0;
    sum += rankSum ** 2 / count;
    offset += count;
  }
  const correction = 1 - tieSum / (total ** 3 - total);
  if (!(correction > 0)) throw cannotAnswer('all values are equal, so no group can be larger');
  const statistic = ((12 / (total * (total + 1))) * sum - 3 * (total + 1)) / correction;
  return { statistic, df: [groups.length - 1], pValue: chiSquareAbove(statistic, groups.length - 1), n };
}

/** Levene's test in the form of Brown and Forsythe (distances from the median): do spreads differ? @throws as `anova` */
export function leveneTest(groups: readonly Column[]): GroupDifference {
  checkGroups(groups);
  return anova(
    groups.map((group) => {
      const median = quantileOfSorted(sorted(group), 0.5);
      return Float64Array.from(group, (value) => Math.abs(value - median));
    }),
  );
}

function checkGroups(groups: readonly Column[]): number[] {
  if (groups.length < 2) throw cannotAnswer(`${groups.length} group; a comparison needs at least two`);
  groups.forEach((group, index) => {
    checkColumn(group, `group ${index + 1}`);
  });
  return groups.map((group) => group.length);
}

function squares(values: Column, mean: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - mean) ** 2;
  return sum;
}
