import type { Curvature } from './newton.ts';

/** How events of one time are taken: Efron's average or Breslow's all at once. */
export type CoxTies = 'efron' | 'breslow';

/** Cases by stratum, then from the longest duration to the shortest; `values` of `size` covariates row by row. */
export interface SortedCases {
  readonly size: number;
  readonly values: Float64Array;
  readonly durations: Float64Array;
  readonly events: Uint8Array;
  readonly strata: Float64Array;
}

/** Sums over cases of weight, weight times values and weight times products of values (the lower triangle). */
interface Sums {
  weight: number;
  readonly values: Float64Array;
  readonly products: Float64Array;
}

/** Cox's partial log likelihood at coefficients, with its score and information. */
export function partialLikelihood(cases: SortedCases, coefficients: Float64Array, ties: CoxTies): Curvature {
  const { size, durations, strata } = cases;
  const state: Curving = { value: 0, score: new Float64Array(size), information: new Float64Array(size * size) };
  const [risk, tied] = [emptySums(size), emptySums(size)];
  const predicted = predictions(cases, coefficients);
  for (let start = 0; start < durations.length; ) {
    if (start === 0 || strata[start] !== strata[start - 1]) clear(risk);
    clear(tied);
    const end = endOfTies(cases, start);
    const deaths = addTied({ state, risk, tied }, cases, predicted, start, end);
    for (let death = 0; death < deaths; death++) addDeath(state, risk, tied, ties === 'efron' ? death / deaths : 0);
    start = end;
  }
  mirror(state.information, size);
  return state;
}

/** Adds the cases of one time; how many had the event. */
function addTied(
  { state, risk, tied }: { readonly state: Curving; readonly risk: Sums; readonly tied: Sums },
  cases: SortedCases,
  predicted: Float64Array,
  start: number,
  end: number,
): number {
  let deaths = 0;
  for (let row = start; row < end; row++) {
    const weight = Math.exp(predicted[row] ?? 0);
    addCase(risk, cases, row, weight);
    if (cases.events[row] === 0) continue;
    deaths++;
    addCase(tied, cases, row, weight);
    addValues(state, cases, row, predicted[row] ?? 0);
  }
  return deaths;
}

interface Curving {
  value: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

function endOfTies({ durations, strata }: SortedCases, start: number): number {
  let end = start + 1;
  while (end < durations.length && durations[end] === durations[start] && strata[end] === strata[start]) end++;
  return end;
}

function addValues(state: Curving, { values, size }: SortedCases, row: number, predicted: number): void {
  state.value += predicted;
  for (let k = 0; k < size; k++) state.score[k] = (state.score[k] ?? 0) + (values[row * size + k] ?? 0);
}

/** Copies the lower triangle to the upper. */
function mirror(matrix: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) for (let j = 0; j < k; j++) matrix[j * size + k] = matrix[k * size + j] ?? 0;
}

function predictions({ values, size, durations }: SortedCases, coefficients: Float64Array): Float64Array {
  const predicted = new Float64Array(durations.length);
  for (let i = 0; i < predicted.length; i++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (values[i * size + k] ?? 0) * (coefficients[k] ?? 0);
    predicted[i] = sum;
  }
  return predicted;
}

function emptySums(size: number): Sums {
  return { weight: 0, values: new Float64Array(size), products: new Float64Array(size * size) };
}

function clear(sums: Sums): void {
  sums.weight = 0;
  sums.values.fill(0);
  sums.products.fill(0);
}

function addCase(sums: Sums, { values, size }: SortedCases, row: number, weight: number): void {
  const { values: first, products } = sums;
  sums.weight += weight;
  for (let k = 0; k < size; k++) {
    const part = weight * (values[row * size + k] ?? 0);
    first[k] = (first[k] ?? 0) + part;
    for (let j = 0; j <= k; j++) products[k * size + j] = (products[k * size + j] ?? 0) + part * (values[row * size + j] ?? 0);
  }
}

/** Adds one event: its risk set less `share` of the events of the same time. */
function addDeath(state: Curving, risk: Sums, tied: Sums, share: number): void {
  const size = state.score.length;
  const weight = risk.weight - share * tied.weight;
  state.value -= Math.log(weight);
  for (let k = 0; k < size; k++) {
    const mean = ((risk.values[k] ?? 0) - share * (tied.values[k] ?? 0)) / weight;
    state.score[k] = (state.score[k] ?? 0) - mean;
    for (let j = 0; j <= k; j++) {
      const cell = k * size + j;
      const product = ((risk.products[cell] ?? 0) - share * (tied.products[cell] ?? 0)) / weight;
      const other = ((risk.values[j] ?? 0) - share * (tied.values[j] ?? 0)) / weight;
      state.information[cell] = (state.information[cell] ?? 0) + product - mean * other;
    }
  }
}
