import { cannotAnswer } from '../../stats/column.ts';
import { unionFind } from './union-find.ts';

/** Which records belong together. */
export interface Components {
  /** The number of each record's component, in the order of their first records. */
  readonly componentOf: Int32Array;
  readonly count: number;
}

/**
 * The connected components of links between records 0 to n − 1: whoever is linked to a linked one belongs to it, so one wrong link joins two persons.
 * `clusterLinks` refuses such chains. @throws UserError for a link to a record that is not there
 */
export function connectedComponents(n: number, links: Iterable<{ readonly left: number; readonly right: number }>): Components {
  const sets = unionFind(n);
  for (const { left, right } of links) {
    checkRecord(left, n);
    checkRecord(right, n);
    sets.join(left, right);
  }
  const numbers = new Map<number, number>();
  const componentOf = Int32Array.from({ length: n }, (_, record) => {
    const root = sets.find(record);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  return { componentOf, count: numbers.size };
}

/** Refuses a record that is not among n. @throws UserError */
export function checkRecord(record: number, n: number): void {
  if (!Number.isInteger(record) || record < 0 || record >= n)
    throw cannotAnswer(`a link names record ${record}; the records are 0 to ${n - 1}`);
}
