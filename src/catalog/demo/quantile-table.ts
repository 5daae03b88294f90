/** A distribution of positive values given by its quantiles: pairs of level and value, both rising, from level 0 to level 1. */
export type QuantileTable = readonly (readonly [level: number, value: number])[];

/** The value at a level between 0 and 1, interpolated on the logarithm. */
export function quantileAt(table: QuantileTable, level: number): number {
  for (let index = 1; index < table.length; index++) {
    const upper = table[index];
    const lower = table[index - 1];
    if (upper && lower && level <= upper[0]) {
      const share = (level - lower[0]) / (upper[0] - lower[0]);
      return Math.exp(Math.log(lower[1]) + share * (Math.log(upper[1]) - Math.log(lower[1])));
    }
  }
  throw new RangeError(`no quantile at level ${level}; levels lie between 0 and 1`);
}
