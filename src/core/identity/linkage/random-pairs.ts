import { cannotAnswer } from '../../stats/column.ts';
import { type Random, seededRandom } from '../../stats/random.ts';
import { isComparable } from './candidate-pairs.ts';
import { type Records, recordCount } from './records.ts';

/** Pairs of records, in two columns. */
export interface PairList {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * So many pairs by chance of those that may be compared, a pair possibly twice; all of them, once, where there are no more.
 * @throws UserError where no pair may be compared
 */
export function drawPairs(records: Records, possible: number, wanted: number, seed: number): PairList {
  const n = recordCount(records);
  if (possible === 0) throw cannotAnswer(`${n} records give no pair to compare; give at least two, of two tables where there are tables`);
  if (!Number.isSafeInteger(wanted) || wanted < 1) throw cannotAnswer(`pairs drawn are a whole number from 1 on, not ${wanted}`);
  return possible <= wanted ? allPairs(records, n, possible) : drawn(records, n, wanted, seededRandom(seed));
}

function allPairs(records: Records, n: number, possible: number): PairList {
  const [left, right] = [new Int32Array(possible), new Int32Array(possible)];
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      if (!isComparable(records, i, j)) continue;
      left[at] = i;
      right[at++] = j;
    }
  }
  return { left, right };
}

/** The table of the first record by how many pairs its records have, then one of its records and one of another table: however unequal tables are. */
function drawn(records: Records, n: number, wanted: number, random: Random): PairList {
  const { order, starts } = byTable(records, n);
  const ends = [...starts.slice(1), n];
  const isWhole = records.tables === undefined;
  const pairsOf = starts.map((start, table) => (ends[table] as number) - start).map((size) => size * (isWhole ? size - 1 : n - size));
  const all = pairsOf.reduce((sum, pairs) => sum + pairs, 0);
  const [left, right] = [new Int32Array(wanted), new Int32Array(wanted)];
  for (let pair = 0; pair < wanted; pair++) {
    let [table, rest] = [0, random.below(all)];
    for (; rest >= (pairsOf[table] as number); table++) rest -= pairsOf[table] as number;
    const [start, end] = [starts[table] as number, ends[table] as number];
    const first = start + random.below(end - start);
    const [from, size] = isWhole ? [first, 1] : [start, end - start];
    const other = random.below(n - size);
    left[pair] = order[first] as number;
    right[pair] = order[other < from ? other : other + size] as number;
  }
  return { left, right };
}

/** Records by table, and where each table starts among them. */
function byTable({ tables }: Records, n: number) {
  const order = Array.from({ length: n }, (_, record) => record);
  if (tables === undefined) return { order, starts: [0] };
  order.sort((a, b) => (tables[a] ?? 0) - (tables[b] ?? 0));
  const starts = order.flatMap((record, at) => (at === 0 || tables[record] !== tables[order[at - 1] ?? 0] ? [at] : []));
  return { order, starts };
}
