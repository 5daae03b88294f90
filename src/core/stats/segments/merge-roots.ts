/** What cases stand in while pairs are merged one after another. */
export interface MergeRoots {
  /** The node that a case or node stands in now. */
  readonly rootOf: (node: number) => number;
  /** Lets two nodes stand in a new one. */
  readonly merge: (left: number, right: number, into: number) => void;
}

/** `n` cases, and room for as many nodes above them: the next is `n`. Paths are halved on the way, Tarjan 1975. */
export function mergeRoots(n: number): MergeRoots {
  const above = Int32Array.from({ length: 2 * n }, (_, node) => node);
  return {
    rootOf: (node) => {
      let root = node;
      while (above[root] !== root) {
        above[root] = above[above[root] ?? 0] ?? 0;
        root = above[root] ?? 0;
      }
      return root;
    },
    merge: (left, right, into) => {
      above[left] = into;
      above[right] = into;
    },
  };
}
