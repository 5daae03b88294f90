import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { type BlockingRule, type CandidatePairs, fieldsOfRule } from './candidate-pairs.ts';
import { type Comparison, levelName } from './comparison.ts';
import { countPatterns, type LevelPatterns } from './level-patterns.ts';
import type { FittedComparison, MatchModel } from './match-model.ts';
import { type LevelShares, maximiseExpectation, type RuleSearch } from './maximise-expectation.ts';
import { missingLevel, type PreparedComparison, prepareComparison } from './prepare-comparison.ts';
import { drawPairs } from './random-pairs.ts';
import { type Records, recordCount } from './records.ts';

export interface MatchModelOptions {
  readonly seed: number;
  /** Pairs drawn for u; 1,000,000 by default. All are taken where there are no more. */
  readonly randomPairs?: number;
  readonly progress?: Progress;
}

/**
 * Fits Fellegi and Sunter's model of which records are of one person, without labels. u is the share of each level among pairs by chance, freed of the
 * matches among them; m and the share of matches come from expectation and maximisation on the pairs of each blocking rule, the comparisons of the rule's
 * own fields left out there, and are joined by the matches that each rule found. A missing value carries no weight.
 * It takes comparisons as conditionally independent: an address that goes with a postcode counts twice. Fellegi and Sunter 1969; Winkler 2000; Splink.
 * @throws UserError for no pair to learn from, and for a comparison that every rule looks at, so that its m cannot be learnt
 */
export function fitMatchModel(
  records: Records,
  comparisons: readonly Comparison[],
  rules: readonly BlockingRule[],
  pairs: CandidatePairs,
  options: MatchModelOptions,
): MatchModel {
  const n = recordCount(records);
  const prepared = comparisons.map((comparison) => prepareComparison(records, comparison));
  checkRules(comparisons, rules);
  const random = drawPairs(records, pairs.possible, options.randomPairs ?? 1_000_000, options.seed);
  checkpoint(options.progress, 0.1);
  const chance = countPatterns(prepared, random.left, random.right);
  checkpoint(options.progress, 0.5);
  let u = prepared.map(({ levelCount }, k) => levelShares(chance, prepared.length, k, levelCount));
  const patterns = rules.map((rule, index) => patternsOfRule(prepared, pairs, rule, index));
  checkpoint(options.progress, 0.8);
  const chances = { possible: pairs.possible, known: prepared.map((_, k) => knownShare(chance, prepared.length, k)) };
  let found = searchRules(prepared, patterns, u, chances);
  // Matches among the pairs by chance would make rare agreements look common.
  for (let round = 0; round < 3; round++) {
    u = u.map((shares, k) =>
      withoutMatches(levelShares(chance, prepared.length, k, shares.length), found.m[k], found.prior, random.left.length),
    );
    found = searchRules(prepared, patterns, u, chances);
  }
  return {
    assumption: 'conditional independence',
    comparisons: prepared.map(({ comparison }, k) => fittedComparison(comparison, found.m[k], u[k])),
    prior: found.prior,
    rules: rules.map((rule, index) => ({ rule, ...ruleFit(found.searches[index], pairs.ofRule[index]?.length ?? 0) })),
    n,
    randomPairs: random.left.length,
  };
}

function fieldOfComparison({ field, name }: Comparison): string {
  return field ?? name;
}

/** Comparisons that the rule does not make alike by itself. */
function freeComparisons(prepared: readonly PreparedComparison[], rule: BlockingRule): number[] {
  const fields = new Set(fieldsOfRule(rule));
  return prepared.flatMap(({ comparison }, k) => (fields.has(fieldOfComparison(comparison)) ? [] : [k]));
}

function checkRules(comparisons: readonly Comparison[], rules: readonly BlockingRule[]): void {
  if (comparisons.length < 2) throw cannotAnswer(`a match model needs at least two comparisons, not ${comparisons.length}`);
  const names = new Set(comparisons.map(({ name }) => name));
  if (names.size < comparisons.length) throw cannotAnswer('two comparisons have the same name; give each its own');
  const blocked = comparisons.find((comparison) => rules.every((rule) => fieldsOfRule(rule).includes(fieldOfComparison(comparison))));
  if (blocked)
    throw cannotAnswer(
      `every blocking rule looks at the field of "${blocked.name}", so nothing tells how often it differs; add another rule`,
    );
}

/** Shares of the levels among pairs with both values, half a pair added to each level so that none is impossible. */
function levelShares({ levels, counts }: LevelPatterns, width: number, comparison: number, levelCount: number): Float64Array {
  const shares = new Float64Array(levelCount).fill(0.5);
  counts.forEach((count, pattern) => {
    const level = levels[pattern * width + comparison] ?? missingLevel;
    if (level !== missingLevel) shares[level] = (shares[level] ?? 0) + count;
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Of all pairs, those with both values. */
function knownShare({ levels, counts }: LevelPatterns, width: number, comparison: number): number {
  let [known, all] = [0, 0];
  counts.forEach((count, pattern) => {
    all += count;
    if (levels[pattern * width + comparison] !== missingLevel) known += count;
  });
  return known / all;
}

function withoutMatches(shares: Float64Array, m: LevelShares | undefined, prior: number, pairs: number): Float64Array {
  const freed = shares.map((share, level) => Math.max(0.5 / pairs, share - prior * (m?.[level] ?? 0)));
  const sum = freed.reduce((total, share) => total + share, 0);
  return freed.map((share) => share / sum);
}

interface RulePatterns {
  readonly free: readonly number[];
  /** Comparisons of the fields that the rule looks at. */
  readonly blocked: readonly number[];
  /** Of these, those whose exact level it demands. */
  readonly demanded: readonly number[];
  readonly patterns: LevelPatterns;
}

function patternsOfRule(prepared: readonly PreparedComparison[], pairs: CandidatePairs, rule: BlockingRule, index: number): RulePatterns {
  const positions = pairs.ofRule[index] ?? new Int32Array(0);
  const free = freeComparisons(prepared, rule);
  const [left, right] = [positions.map((at) => pairs.left[at] ?? 0), positions.map((at) => pairs.right[at] ?? 0)];
  return {
    free,
    blocked: prepared.flatMap((_, k) => (free.includes(k) ? [] : [k])),
    demanded: 'same' in rule ? wholeKeys(prepared, rule.same) : [],
    patterns: countPatterns(
      free.map((k) => prepared[k]).filter((each) => each !== undefined),
      left,
      right,
    ),
  };
}

function wholeKeys(prepared: readonly PreparedComparison[], keys: readonly unknown[]): number[] {
  return prepared.flatMap(({ comparison }, k) =>
    keys.includes(fieldOfComparison(comparison)) && comparison.levels[0]?.kind === 'exact' ? [k] : [],
  );
}

interface FoundShares {
  readonly m: readonly LevelShares[];
  readonly prior: number;
  readonly searches: readonly (RuleSearch | null)[];
}

function searchRules(
  prepared: readonly PreparedComparison[],
  rules: readonly RulePatterns[],
  u: readonly LevelShares[],
  { possible, known }: { readonly possible: number; readonly known: readonly number[] },
): FoundShares {
  const searches = rules.map(({ free, patterns }) =>
    patterns.counts.length === 0
      ? null
      : maximiseExpectation(
          patterns,
          free.map((k) => u[k] ?? new Float64Array(0)),
        ),
  );
  if (searches.every((search) => search === null))
    throw cannotAnswer('the blocking rules give no pair; loosen them, or normalise the fields');
  const m = prepared.map(({ levelCount, comparison }, k) => joinedShares(rules, searches, k, levelCount, comparison.name));
  const totals = rules.flatMap(({ blocked, demanded }, index) => {
    const search = searches[index];
    if (!search) return [];
    const seen = blocked.reduce((product, k) => product * (known[k] ?? 1), 1);
    const caught = demanded.reduce((product, k) => product * (m[k]?.[0] ?? 1), seen);
    return [{ matches: search.matches / Math.max(caught, 0.01), weight: search.matches }];
  });
  const weight = totals.reduce((sum, total) => sum + total.weight, 0);
  const matches = totals.reduce((sum, total) => sum + total.matches * total.weight, 0) / Math.max(weight, 1e-300);
  return { m, prior: Math.min(0.5, Math.max(1e-12, matches / possible)), searches };
}

/** The mean of m over the rules that leave the comparison free, by the matches that they found. */
function joinedShares(
  rules: readonly RulePatterns[],
  searches: readonly (RuleSearch | null)[],
  comparison: number,
  levelCount: number,
  name: string,
): LevelShares {
  const sums = new Float64Array(levelCount);
  let weight = 0;
  rules.forEach(({ free }, index) => {
    const [search, at] = [searches[index], free.indexOf(comparison)];
    if (!search || at < 0) return;
    weight += search.matches;
    search.m[at]?.forEach((share, level) => {
      sums[level] = (sums[level] ?? 0) + search.matches * share;
    });
  });
  if (!(weight > 0)) throw cannotAnswer(`no pair tells how often "${name}" agrees for one person; add a blocking rule by other fields`);
  return sums.map((sum) => sum / weight);
}

function fittedComparison(comparison: Comparison, m: LevelShares | undefined, u: LevelShares | undefined): FittedComparison {
  const names = [...comparison.levels.map(levelName), 'differs'];
  return {
    comparison,
    levels: names.map((name, level) => {
      const [share, chance] = [m?.[level] ?? 0, u?.[level] ?? 0];
      return { name, m: share, u: chance, weight: Math.log2(share / chance) };
    }),
  };
}

function ruleFit(search: RuleSearch | null | undefined, pairs: number) {
  return {
    pairs,
    matchShare: search?.matchShare ?? 0,
    iterations: search?.iterations ?? 0,
    isConverged: search?.isConverged ?? false,
  };
}
