import { seededRandom } from '../../../src/core/stats/random.ts';
import { customerValues, type OrderLines } from '../../../src/core/stats/segments/customer-values.ts';
import { densityClusters } from '../../../src/core/stats/segments/density-clusters.ts';
import { kMeans } from '../../../src/core/stats/segments/k-means.ts';
import { miniBatchKMeans } from '../../../src/core/stats/segments/mini-batch-k-means.ts';
import { type Points, pointsOf } from '../../../src/core/stats/segments/points.ts';
import { rfmScores } from '../../../src/core/stats/segments/rfm-scores.ts';
import { silhouette } from '../../../src/core/stats/segments/silhouette.ts';
import { type Folders, numbers } from '../../references/case.ts';
import type { StatsJob } from './stats-job.ts';

/** Clouds around eight centres that overlap a little, as scikit-learn's make_blobs. */
function blobs(n: number, width: number): { readonly points: Points; readonly labels: Int32Array } {
  const random = seededRandom(7);
  const centres = Array.from({ length: 8 * width }, () => 20 * random.next() - 10);
  const labels = Int32Array.from({ length: n }, () => random.below(8));
  const columns = Array.from({ length: width }, (_, k) =>
    Float64Array.from(labels, (label) => (centres[label * width + k] ?? 0) + random.normal()),
  );
  return { points: pointsOf(Object.fromEntries(columns.map((column, k) => [`x${k}`, column]))), labels };
}

/** Independent normal noise: nothing to find, the slowest case. */
function noise(n: number, width: number): Points {
  const random = seededRandom(8);
  const column = () => Float64Array.from({ length: n }, () => random.normal());
  return pointsOf(Object.fromEntries(Array.from({ length: width }, (_, k) => [`x${k}`, column()])));
}

function orderLines(folders: Folders): OrderLines {
  const table = folders.table('online_retail/online_retail.csv.gz');
  const prices = numbers(table.UnitPrice);
  return {
    customers: table.CustomerID ?? [],
    orders: table.InvoiceNo ?? [],
    times: Float64Array.from(table.InvoiceDate ?? [], (date) => Date.parse(`${date.replace(' ', 'T')}Z`)),
    values: numbers(table.Quantity).map((quantity, line) => quantity * (prices[line] ?? 0)),
  };
}

export const jobs: readonly StatsJob[] = [
  {
    name: 'k-means 100,000 × 10 in clouds, k = 8, one start',
    peer: 'scikit-learn 0.29 s',
    goalMs: 300,
    prepare: () => {
      const { points } = blobs(100_000, 10);
      return () => kMeans(points, 8, { seed: 1, restarts: 1 });
    },
  },
  {
    name: 'k-means 100,000 × 10 of noise, k = 8, one start',
    peer: 'scikit-learn 0.29 s',
    goalMs: 2000,
    prepare: () => {
      const points = noise(100_000, 10);
      return () => kMeans(points, 8, { seed: 1, restarts: 1 });
    },
  },
  {
    name: 'mini-batch k-means 100,000 × 10, k = 8',
    peer: '–',
    goalMs: 1000,
    prepare: () => {
      const { points } = blobs(100_000, 10);
      return () => miniBatchKMeans(points, 8, { seed: 1 });
    },
  },
  {
    name: 'silhouette 100,000 × 10, 1,000 drawn',
    peer: '–',
    goalMs: 4000,
    prepare: () => {
      const { points, labels } = blobs(100_000, 10);
      return () => silhouette(points, labels, { seed: 1 });
    },
  },
  {
    name: 'DBSCAN 50,000 × 3',
    peer: '–',
    goalMs: 2000,
    prepare: () => {
      const { points } = blobs(50_000, 3);
      return () => densityClusters(points, { radius: 0.3, minNeighbours: 8 });
    },
  },
  {
    name: 'RFM with scores, 541,909 order lines',
    peer: 'pandas ~1 s',
    goalMs: 200,
    prepare: (folders) => {
      const lines = orderLines(folders);
      return () => rfmScores(customerValues(lines, Date.UTC(2011, 11, 10)));
    },
  },
];
