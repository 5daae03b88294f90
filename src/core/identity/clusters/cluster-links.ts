import { cannotAnswer } from '../../stats/column.ts';
import { checkpoint, type Progress } from '../../stats/progress.ts';
import { checkWeights, type Link, type MatchScorer } from '../linkage/match-scorer.ts';
import { checkRecord } from './connected-components.ts';
import { checkRecordCount } from './union-find.ts';

/**
 * A pair that no machine may join, declared as data: one whose `differs` comparisons both have values and agree on no level, while all of `agrees` hold on
 * some level. Another given name at the same surname and address is a family; another strong id is another customer.
 */
export interface ConflictRule {
  readonly name: string;
  /** Names of comparisons; all of them differ. */
  readonly differs: readonly string[];
  /** Names of comparisons; all of them agree on some level. None by default. */
  readonly agrees?: readonly string[];
}

export interface ClusterOptions {
  /** Links of a lesser weight join nobody, in bits; 0 by default, where a match is as likely as not. */
  readonly threshold?: number;
  /** No two records of a cluster may weigh less than this against each other; 0 by default. */
  readonly weakest?: number;
  readonly conflicts?: readonly ConflictRule[];
  /** A cluster grows no larger than this; 100 by default. */
  readonly largest?: number;
  readonly progress?: Progress;
}

/** A link that was strong enough by itself, and why it did not join its records. For a person to decide. */
export interface RefusedLink extends Link {
  /** `conflict`: two records that a rule keeps apart would meet. `chain`: two records that speak against each other would. `size`: too many would. */
  readonly reason: 'conflict' | 'chain' | 'size';
  /** The name of the rule; null where there is none. */
  readonly rule: string | null;
  /** The pair that stands against it; the link itself where it is in conflict. */
  readonly against: { readonly left: number; readonly right: number };
}

/** Records joined to persons. */
export interface Clusters {
  /** The number of each record's cluster, in the order of their first records. */
  readonly clusterOf: Int32Array;
  readonly count: number;
  readonly refused: readonly RefusedLink[];
}

/**
 * Joins records by their links, the heaviest first, but only where every record of one side may stand with every record of the other: no pair that weighs
 * less than `weakest` and none in conflict. So a chain A–B–C where A and C speak against each other stays apart at its lighter link.
 * Agglomeration with complete linkage as a condition (Sørensen 1948). @throws UserError for a link to a record that is not there, or without a weight
 */
export function clusterLinks(n: number, links: readonly Link[], scorer: MatchScorer, options: ClusterOptions = {}): Clusters {
  const { threshold = 0, weakest = 0, conflicts = [], largest = 100, progress } = options;
  if (!(largest >= 1)) throw cannotAnswer(`a cluster holds at least 1 record, not ${largest}`);
  checkRecordCount(n);
  checkWeights(links);
  for (const { left, right } of links) {
    checkRecord(left, n);
    checkRecord(right, n);
  }
  const strong = links.filter(({ weight }) => weight >= threshold);
  strong.sort((a, b) => b.weight - a.weight || a.left - b.left || a.right - b.right);
  const sets = memberSets(n);
  const refused: RefusedLink[] = [];
  strong.forEach((link, index) => {
    if (index % 1024 === 0) checkpoint(progress, index / strong.length);
    const [left, right] = [sets.membersOf(link.left), sets.membersOf(link.right)];
    if (left === right) return;
    const isTooLarge = left.length + right.length > largest;
    const objection = isTooLarge ? sizeObjection(link) : findObjection({ left, right, link, scorer, weakest, conflicts });
    if (objection) refused.push({ ...link, ...objection });
    else sets.join(link.left, link.right);
  });
  return { ...numbered(sets.clusterOf), refused };
}

/** Clusters with their members at hand. */
function memberSets(n: number) {
  const members = Array.from({ length: n }, (_, record) => [record]);
  const clusterOf = Int32Array.from({ length: n }, (_, record) => record);
  const membersOf = (record: number) => members[clusterOf[record] as number] as number[];
  const join = (left: number, right: number) => {
    const [a, b] = [membersOf(left), membersOf(right)];
    const [large, small] = a.length >= b.length ? [a, b] : [b, a];
    const cluster = clusterOf[large[0] as number] as number;
    for (const record of small) {
      large.push(record);
      clusterOf[record] = cluster;
    }
  };
  return { clusterOf, membersOf, join };
}

type Objection = Pick<RefusedLink, 'reason' | 'rule' | 'against'>;

function sizeObjection({ left, right }: Link): Objection {
  return { reason: 'size', rule: null, against: { left, right } };
}

interface Meeting {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly link: Link;
  readonly scorer: MatchScorer;
  readonly weakest: number;
  readonly conflicts: readonly ConflictRule[];
}

function findObjection(meeting: Meeting): Objection | null {
  for (const a of meeting.left) {
    for (const b of meeting.right) {
      const objection = objectionOfPair(meeting, a, b);
      if (objection) return objection;
    }
  }
  return null;
}

function objectionOfPair({ link, scorer, weakest, conflicts }: Meeting, left: number, right: number): Objection | null {
  const rule = conflicts.find((conflict) => isInConflict(conflict, scorer, left, right));
  if (rule) return { reason: 'conflict', rule: rule.name, against: { left, right } };
  const isLink = Math.min(left, right) === Math.min(link.left, link.right) && Math.max(left, right) === Math.max(link.left, link.right);
  return !isLink && scorer.weightOf(left, right) < weakest ? { reason: 'chain', rule: null, against: { left, right } } : null;
}

function isInConflict({ differs, agrees = [] }: ConflictRule, scorer: MatchScorer, left: number, right: number): boolean {
  return (
    differs.every((name) => scorer.hasAgreed(name, left, right) === false) &&
    agrees.every((name) => scorer.hasAgreed(name, left, right) === true)
  );
}

function numbered(clusterOf: Int32Array): Pick<Clusters, 'clusterOf' | 'count'> {
  const numbers = new Map<number, number>();
  const renamed = clusterOf.map((cluster) => {
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  });
  return { clusterOf: renamed, count: numbers.size };
}
