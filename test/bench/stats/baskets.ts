import { type Baskets, basketsOfLists } from '../../../src/core/stats/baskets/baskets.ts';
import { frequentItemsets } from '../../../src/core/stats/baskets/frequent-itemsets.ts';
import type { Folders } from '../../references/case.ts';
import type { StatsJob } from './stats-job.ts';

function lists(text: string, separator: string): string[][] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.split(separator).filter((item) => item !== ''));
}

function itemsets(name: string, minSupport: number, read: (folders: Folders) => string[][], peer: string, goalMs: number): StatsJob {
  return {
    name: `itemsets ${name} ${minSupport}, lists packed first`,
    peer,
    goalMs,
    prepare: (folders) => {
      const given = read(folders);
      return () => frequentItemsets(basketsOfLists(given), { minSupport });
    },
  };
}

function searched(name: string, minSupport: number, pack: (folders: Folders) => Baskets, peer: string, goalMs: number): StatsJob {
  return {
    name: `itemsets ${name} ${minSupport}`,
    peer,
    goalMs,
    prepare: (folders) => {
      const baskets = pack(folders);
      return () => frequentItemsets(baskets, { minSupport });
    },
  };
}

const groceries = (folders: Folders) => lists(folders.text('assoc_rules/groceries.csv'), ',');
const generated = (folders: Folders) => lists(folders.text('assoc_rules/T10I4D100K.dat.gz'), ' ');

export const jobs: readonly StatsJob[] = [
  searched('Groceries', 0.001, (folders) => basketsOfLists(groceries(folders)), 'mlxtend 0.51 s', 200),
  itemsets('Groceries', 0.001, groceries, 'mlxtend 0.51 s', 200),
  searched('T10I4D100K', 0.005, (folders) => basketsOfLists(generated(folders)), 'mlxtend 5.5 s', 2000),
  itemsets('T10I4D100K', 0.005, generated, 'mlxtend 5.5 s', 2000),
  searched('T10I4D100K', 0.01, (folders) => basketsOfLists(generated(folders)), 'mlxtend 4.3 s', 1000),
];
