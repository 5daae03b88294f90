/** Numbers by chance that are the same for the same seed. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number;
  /** Standard normal. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
  /** Mean `shape`. Marsaglia and Tsang 2000. */
  gamma(shape: number): number;
  beta(a: number, b: number): number;
  poisson(mean: number): number;
}

/** sfc32 (Chris Doty-Humphrey's PractRand), seeded by splitmix32. */
export function seededRandom(seed: number): Random {
  const next = sfc32(seed);
  const random: Random = {
    next,
    below: (n) => Math.floor(next() * n),
    normal: polarNormal(next),
    exponential: () => -Math.log(1 - next()),
    gamma: (shape) => gammaDraw(random, shape),
    beta: (a, b) => {
      const left = gammaDraw(random, a);
      return left / (left + gammaDraw(random, b));
    },
    poisson: (mean) => poissonDraw(random, mean),
  };
  return random;
}

function sfc32(seed: number): () => number {
  let mixed = seed | 0;
  const word = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let t = mixed ^ (mixed >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let [a, b, c, counter] = [word(), word(), word(), 1];
  const draw = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) draw();
  return () => ((draw() >>> 5) * 67_108_864 + (draw() >>> 6)) / 9_007_199_254_740_992;
}

/** Marsaglia's polar method. */
function polarNormal(next: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const [u, v] = [2 * next() - 1, 2 * next() - 1];
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  };
}

function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poissonDraw(random: Random, mean: number): number {
  if (mean > 30) return poissonOfMany(random, mean);
  const limit = Math.exp(-mean);
  let product = random.next();
  let count = 0;
  while (product > limit) {
    product *= random.next();
    count++;
  }
  return count;
}

/** Splits a large mean at the time of its m-th event, which is gamma distributed. Ahrens and Dieter 1974. */
function poissonOfMany(random: Random, mean: number): number {
  const m = Math.floor((7 * mean) / 8);
  const time = random.gamma(m);
  if (time <= mean) return m + poissonDraw(random, mean - time);
  let count = 0;
  for (let i = 0; i < m - 1; i++) if (random.next() < mean / time) count++;
  return count;
}
