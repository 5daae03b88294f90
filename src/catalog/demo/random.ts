/** A seeded source of chance: xoshiro128** by Blackman and Vigna, seeded through splitmix32. The same seed parts give the same draws. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(...seed: readonly number[]) {
    let state = 0x9e3779b9;
    for (const part of seed) state = mixed(state ^ mixed(part | 0)) + 0x6d2b79f5;
    this.#a = mixed(state + 1);
    this.#b = mixed(state + 2);
    this.#c = mixed(state + 3);
    this.#d = mixed(state + 4) | 1;
  }

  /** Uniform in [0, 1). */
  next(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return (result >>> 0) / 4294967296;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Uniform between two numbers. */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** One of a list that is not empty. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A Poisson count: Knuth's product method, in steps of 16 so that exp does not underflow. */
  poisson(mean: number): number {
    let count = 0;
    for (let rest = mean; rest > 0; rest -= 16) count += this.#poissonStep(Math.min(rest, 16));
    return count;
  }

  #poissonStep(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }
}

function mixed(value: number): number {
  let state = (value + 0x9e3779b9) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97);
  return state ^ (state >>> 15);
}
