import { seededRandom } from '../../../src/core/stats/random.ts';
import { fitBgNbd } from '../../../src/core/stats/value/bg-nbd.ts';
import { fitParetoNbd } from '../../../src/core/stats/value/pareto-nbd.ts';
import type { PurchaseHistories } from '../../../src/core/stats/value/purchase-histories.ts';
import { type Folders, numbers } from '../../references/case.ts';
import type { StatsJob } from './stats-job.ts';

function cdnow(folders: Folders): PurchaseHistories {
  const table = folders.table('cdnow/cdnow_customers_summary.csv');
  return { repeats: numbers(table.frequency), lastAt: numbers(table.recency), observedFor: numbers(table.T) };
}

/** The sample 42 times over, as the peer was timed: 98,994 customers, of whom many are alike. */
function repeated({ repeats, lastAt, observedFor }: PurchaseHistories): PurchaseHistories {
  const often = (column: ArrayLike<number>) => Float64Array.from({ length: 42 * column.length }, (_, i) => column[i % column.length] ?? 0);
  return { repeats: often(repeats), lastAt: often(lastAt), observedFor: often(observedFor) };
}

/** As `repeated`, every time a little longer, so that no two customers are alike. */
function distinct(folders: Folders): PurchaseHistories {
  const random = seededRandom(6);
  const { repeats, lastAt, observedFor } = repeated(cdnow(folders));
  const stretch = Float64Array.from({ length: repeats.length }, () => 1 + 0.01 * random.next());
  const stretched = (column: ArrayLike<number>) => stretch.map((factor, i) => factor * (column[i] ?? 0));
  return { repeats, lastAt: stretched(lastAt), observedFor: stretched(observedFor) };
}

export const jobs: readonly StatsJob[] = [
  ['BG/NBD', fitBgNbd, ['lifetimes 0.055 s', 'lifetimes 0.56 s'], [50, 500]] as const,
  ['Pareto/NBD', fitParetoNbd, ['lifetimes 0.35 s', 'lifetimes 17.7 s'], [200, 3000]] as const,
].flatMap(([model, fitModel, peers, goalsMs]) => [
  {
    name: `${model} 2,357 customers`,
    peer: peers[0],
    goalMs: goalsMs[0],
    prepare: (folders) => {
      const histories = cdnow(folders);
      return () => fitModel(histories);
    },
  },
  {
    name: `${model} 98,994 customers`,
    peer: peers[1],
    goalMs: goalsMs[1],
    prepare: (folders) => {
      const histories = repeated(cdnow(folders));
      return () => fitModel(histories);
    },
  },
  {
    name: `${model} 98,994 customers, no two alike`,
    peer: peers[1],
    goalMs: goalsMs[1],
    prepare: (folders) => {
      const histories = distinct(folders);
      return () => fitModel(histories);
    },
  },
]);
