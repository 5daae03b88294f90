/**
 * P(U ≥ u) of Mann and Whitney's U without ties, by adding up: the largest value is of the first group with chance m ÷ (m + n), and then beats all n.
 * @param u any number @param m @param n sizes of the groups, up to a hundred or so
 */
export function rankSumAtLeast(u: number, m: number, n: number): number {
  const from = Math.ceil(u - 1e-9);
  if (from <= 0) return 1;
  const chances = rankSumChances(m, n);
  let sum = 0;
  for (let k = chances.length - 1; k >= from; k--) sum += chances[k] ?? 0;
  return sum;
}

function rankSumChances(m: number, n: number): Float64Array {
  const size = m * n + 1;
  let rows: Float64Array[] = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i++) {
    const next: Float64Array[] = [Float64Array.of(1)];
    for (let j = 1; j <= n; j++) {
      const row = new Float64Array(Math.min(size, i * j + 1));
      addShifted(row, rows[j] ?? row, j, i / (i + j));
      addShifted(row, next[j - 1] ?? row, 0, j / (i + j));
      next.push(row);
    }
    rows = next;
  }
  return rows[n] ?? Float64Array.of(1);
}

function addShifted(row: Float64Array, other: Float64Array, shift: number, weight: number): void {
  for (let k = 0; k < other.length; k++) row[k + shift] = (row[k + shift] ?? 0) + weight * (other[k] ?? 0);
}
