/**
 * The rows that scikit-learn's train_test_split(test_size, random_state, stratify) puts into train and test: StratifiedShuffleSplit on numpy's legacy
 * generator (Matsumoto and Nishimura 1998, Mersenne Twister; bounded numbers by masks and refusal).
 */
export function stratifiedSplit(labels: readonly string[], testRows: number, seed: number): { train: number[]; test: number[] } {
  const random = mersenneTwister(seed);
  const classes = [...new Set(labels)].sort();
  const rows = classes.map((name) => labels.flatMap((label, row) => (label === name ? [row] : [])));
  const trainRows = labels.length - testRows;
  const counts = rows.map(({ length }) => length);
  const trainCounts = approximateMode(counts, trainRows);
  const testCounts = approximateMode(
    counts.map((count, c) => count - (trainCounts[c] ?? 0)),
    testRows,
  );
  const [train, test] = [[] as number[], [] as number[]];
  for (const [c, own] of rows.entries()) {
    const permuted = permutation(own, random);
    const first = trainCounts[c] ?? 0;
    train.push(...permuted.slice(0, first));
    test.push(...permuted.slice(first, first + (testCounts[c] ?? 0)));
  }
  return { train: permutation(train, random), test: permutation(test, random) };
}

/** The most likely counts of a draw without return; it refuses ties of remainders, which would take a draw of their own. */
function approximateMode(counts: readonly number[], draws: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / all) * draws);
  const floored = exact.map(Math.floor);
  const missing = draws - floored.reduce((sum, count) => sum + count, 0);
  const rests = exact.map((value, c) => ({ c, rest: value - (floored[c] ?? 0) })).sort((a, b) => b.rest - a.rest);
  if (missing > 0 && missing < rests.length && rests[missing - 1]?.rest === rests[missing]?.rest) throw new Error('remainders are tied');
  for (const { c } of rests.slice(0, missing)) floored[c] = (floored[c] ?? 0) + 1;
  return floored;
}

function permutation(values: readonly number[], random: () => number): number[] {
  const permuted = [...values];
  for (let i = permuted.length - 1; i > 0; i--) {
    const j = bounded(i, random);
    const held = permuted[i] ?? 0;
    permuted[i] = permuted[j] ?? 0;
    permuted[j] = held;
  }
  return permuted;
}

function bounded(most: number, random: () => number): number {
  let mask = most;
  for (const shift of [1, 2, 4, 8, 16]) mask |= mask >>> shift;
  for (;;) {
    const value = (random() & mask) >>> 0;
    if (value <= most) return value;
  }
}

function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) {
    const former = state[i - 1] ?? 0;
    state[i] = Math.imul(1_812_433_253, former ^ (former >>> 30)) + i;
  }
  let at = 624;
  const refill = () => {
    for (let i = 0; i < 624; i++) {
      const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % 624] ?? 0) & 0x7fffffff);
      state[i] = (state[(i + 397) % 624] ?? 0) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    at = 0;
  };
  return () => {
    if (at === 624) refill();
    let y = state[at++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
}
