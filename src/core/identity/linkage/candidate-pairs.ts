import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { gramVectors } from '../grams/gram-vectors.ts';
import { nearestTexts } from '../grams/nearest-texts.ts';
import { type Field, fieldOf, numberField, type Records, recordCount } from './records.ts';

/** What of a field must be the same: all of it, or its first letters. */
export type BlockingKey = string | { readonly field: string; readonly letters: number };

/** Which pairs are worth comparing: those that agree on all the keys, or each record with those whose text is most alike by grams of letters. */
export type BlockingRule =
  | { readonly same: readonly BlockingKey[] }
  | { readonly nearest: string; readonly most: number; readonly atLeast?: number; readonly size?: number };

export interface BlockingOptions {
  /** Blocks of more records than this are left out and reported; 1,000 by default. */
  readonly largestBlock?: number;
  readonly progress?: Progress;
}

/** Records that agree on a key but are too many to be compared with each other. */
export interface SkippedBlock {
  /** Position of the rule. */
  readonly rule: number;
  readonly key: readonly string[];
  readonly records: number;
}

/** Pairs of records worth comparing, each once, in ascending order; the left record comes before the right. */
export interface CandidatePairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Positions in `left` of the pairs of each rule. */
  readonly ofRule: readonly Int32Array[];
  readonly skipped: readonly SkippedBlock[];
  /** All pairs that could be compared. */
  readonly possible: number;
}

/** The union of the pairs of several rules. @throws UserError for no rule, a rule without a key or of too many pairs, an unknown field */
export function candidatePairs(records: Records, rules: readonly BlockingRule[], options: BlockingOptions = {}): CandidatePairs {
  const n = recordCount(records);
  if (rules.length === 0) throw cannotAnswer('candidate pairs need at least one blocking rule');
  const { largestBlock = 1000, progress } = options;
  if (!(largestBlock >= 1)) throw cannotAnswer(`the largest block holds at least 1 record, not ${largestBlock}`);
  const skipped: SkippedBlock[] = [];
  const keysOfRules = rules.map((rule, index) => {
    checkpoint(progress, index / rules.length);
    const keys = 'same' in rule ? pairsOfBlocks(records, rule.same, { rule: index, largestBlock, skipped }) : pairsOfNearest(records, rule);
    return distinct(keys);
  });
  const union = distinct(concatenate(keysOfRules));
  return {
    left: Int32Array.from(union, (key) => Math.floor(key / n)),
    right: Int32Array.from(union, (key) => key % n),
    ofRule: keysOfRules.map((keys) => positionsIn(union, keys)),
    skipped,
    possible: possiblePairs(records, n),
  };
}

/** The fields that a rule looks at. */
export function fieldsOfRule(rule: BlockingRule): string[] {
  return 'same' in rule ? rule.same.map((key) => (typeof key === 'string' ? key : key.field)) : [rule.nearest];
}

/** Whether a pair may be compared at all: of two tables where there are tables. */
export function isComparable({ tables }: Records, left: number, right: number): boolean {
  return tables === undefined ? left !== right : tables[left] !== tables[right];
}

function possiblePairs({ tables }: Records, n: number): number {
  if (tables === undefined) return (n * (n - 1)) / 2;
  const sizes = new Map<number, number>();
  for (let i = 0; i < n; i++) sizes.set(tables[i] ?? 0, (sizes.get(tables[i] ?? 0) ?? 0) + 1);
  const within = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return (n * (n - 1)) / 2 - within;
}

const mostPairs = 50_000_000;

interface BlockContext {
  readonly rule: number;
  readonly largestBlock: number;
  readonly skipped: SkippedBlock[];
}

function pairsOfBlocks(records: Records, keys: readonly BlockingKey[], { rule, largestBlock, skipped }: BlockContext): Float64Array {
  if (keys.length === 0) throw cannotAnswer(`blocking rule ${rule + 1} has no key; name at least one field`);
  const parts = keys.map((key) => numberField(keyField(records, key)));
  const n = recordCount(records);
  const blocks = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    if (parts.some(({ numbers }) => (numbers[i] ?? -1) < 0)) continue;
    const key = parts.map(({ numbers }) => numbers[i]).join(' ');
    const block = blocks.get(key);
    if (block) block.push(i);
    else blocks.set(key, [i]);
  }
  const found: number[] = [];
  for (const block of blocks.values()) {
    const first = block[0] ?? 0;
    if (block.length > largestBlock)
      skipped.push({ rule, key: parts.map(({ numbers, values }) => values[numbers[first] ?? 0] ?? ''), records: block.length });
    else addPairs(found, block, records, n);
  }
  return Float64Array.from(found);
}

function addPairs(found: number[], block: readonly number[], records: Records, n: number): void {
  for (let i = 0; i < block.length; i++) {
    if (found.length > mostPairs)
      throw cannotAnswer(`a blocking rule gives more than ${mostPairs} pairs; add a key to it, or lower "largestBlock"`);
    const left = block[i] ?? 0;
    for (let j = i + 1; j < block.length; j++) {
      const right = block[j] ?? 0;
      if (isComparable(records, left, right)) found.push(left * n + right);
    }
  }
}

function keyField(records: Records, key: BlockingKey): Field {
  if (typeof key === 'string') return fieldOf(records, key);
  if (!Number.isSafeInteger(key.letters) || key.letters < 1)
    throw cannotAnswer(`"${key.field}" is the same in its first letters, a whole number from 1 on, not ${key.letters}`);
  return fieldOf(records, key.field).map((value) => (value === null ? null : Array.from(value).slice(0, key.letters).join('')));
}

function pairsOfNearest(records: Records, rule: Extract<BlockingRule, { readonly nearest: string }>): Float64Array {
  const field = fieldOf(records, rule.nearest);
  const vectors = gramVectors(
    field.map((value) => value ?? ''),
    { size: rule.size ?? 3, isPadded: true },
  );
  const isAllowed = (text: number, other: number) => isComparable(records, text, other);
  const neighbours = nearestTexts(vectors, { most: rule.most, atLeast: rule.atLeast ?? 0, isAllowed });
  const pairs = neighbours.flatMap((others, text) =>
    others.map(({ index }) => Math.min(text, index) * field.length + Math.max(text, index)),
  );
  return Float64Array.from(pairs);
}

function distinct(keys: Float64Array): Float64Array {
  keys.sort();
  let count = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) keys[count++] = keys[i] ?? 0;
  return keys.slice(0, count);
}

function concatenate(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/** Both ascending; `some` are among `all`. */
function positionsIn(all: Float64Array, some: Float64Array): Int32Array {
  const positions = new Int32Array(some.length);
  let at = 0;
  for (let i = 0; i < some.length; i++) {
    while (all[at] !== some[i]) at++;
    positions[i] = at;
  }
  return positions;
}
