import { quantile } from '../../src/core/stats/descriptive/quantile.ts';
import { clusterSeparation } from '../../src/core/stats/segments/cluster-separation.ts';
import { type CustomerValues, customerValues } from '../../src/core/stats/segments/customer-values.ts';
import { densityClusters } from '../../src/core/stats/segments/density-clusters.ts';
import { euclideanDistances } from '../../src/core/stats/segments/distance-matrix.ts';
import { gaussianMixture } from '../../src/core/stats/segments/gaussian-mixture.ts';
import { cutDendrogram, hierarchicalClusters, type Linkage } from '../../src/core/stats/segments/hierarchical-clusters.ts';
import { hierarchicalDensityClusters } from '../../src/core/stats/segments/hierarchical-density-clusters.ts';
import { kMeans } from '../../src/core/stats/segments/k-means.ts';
import { type Points, pointsOf } from '../../src/core/stats/segments/points.ts';
import { principalComponents } from '../../src/core/stats/segments/principal-components.ts';
import { purchaseCohorts } from '../../src/core/stats/segments/purchase-cohorts.ts';
import { adjustedRandIndex } from '../../src/core/stats/segments/rand-index.ts';
import { rfmScores } from '../../src/core/stats/segments/rfm-scores.ts';
import { silhouette } from '../../src/core/stats/segments/silhouette.ts';
import { standardisePoints } from '../../src/core/stats/segments/standardise-points.ts';
import { type Case, casesOf, type Folders, type Group, numbers, type Reference } from './case.ts';

/** Segments: irises by every clustering, and the customers of a shop by recency, frequency and value. */
export const segmentsGroup: Group = {
  name: 'segments',
  cases: (folders) => {
    const expected = folders.reference('clustering_rfm');
    return [...irises(expected.iris, folders), ...shop(expected, folders)];
  },
};

const exact = { absolute: 0 } as const;
const tight = { relative: 1e-9 } as const;

function one(method: string, reference: number, ours: () => number, tolerance: Case['tolerance'] = tight): Case {
  return { method, reference, ours, tolerance };
}

/** Python lists sizes from the smallest. */
function ascending({ sizes }: { readonly sizes: readonly number[] }): number[] {
  return [...sizes].sort((a, b) => a - b);
}

function irises(expected: Reference, folders: Folders): Case[] {
  const table = folders.table('regression/iris.csv');
  const names = ['Sepal.Length', 'Sepal.Width', 'Petal.Length', 'Petal.Width'];
  const points = pointsOf(Object.fromEntries(names.map((name) => [name, numbers(table[name])])));
  const species = table.Species ?? [];
  return [
    ...[2, 3, 4, 5].flatMap((k) => around(expected[`kmeans_k${k}`], k, points, species)),
    ...(['ward', 'average', 'complete', 'single'] as const).map((linkage) =>
      tree(expected[`agglo_${linkage}_k3`], linkage, points, species),
    ),
    ...mixture(expected.gmm3_full, points, species),
    ...dense(expected, points),
    ...components(expected.pca, points),
  ];
}

function around(expected: Reference, k: number, points: Points, species: readonly string[]): Case[] {
  const method = `k-means iris ${k}`;
  const found = kMeans(points, k, { seed: 1, restarts: 20, tolerance: 0 });
  const separation = clusterSeparation(points, found.labels);
  const centres = [...found.centres].map((centre) => [...centre]).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return [
    one(method, expected.inertia, () => found.withinSquares),
    ...casesOf(`${method} sizes`, expected.sizes, () => ascending(found), exact),
    one(`${method} Rand`, expected.ari_vs_species, () => adjustedRandIndex(found.labels, species)),
    one(`${method} silhouette`, expected.silhouette, () => silhouette(points, found.labels, { seed: 1 }).mean),
    one(`${method} Caliński-Harabasz`, expected.calinski, () => separation.calinskiHarabasz),
    one(`${method} Davies-Bouldin`, expected.davies_bouldin, () => separation.daviesBouldin),
    ...casesOf(`${method} centres`, expected.centers_sorted.flat(), () => centres.flat(), tight),
  ];
}

function tree({ ari }: Reference, linkage: Linkage, points: Points, species: readonly string[]): Case {
  return one(`hierarchical iris ${linkage}`, ari, () =>
    adjustedRandIndex(cutDendrogram(hierarchicalClusters(euclideanDistances(points), linkage), 3), species),
  );
}

/** The reference ends where a step gains less than 1e-3 a case, so it lies a little below the peak that ours ends at. */
function mixture(expected: Reference, points: Points, species: readonly string[]): Case[] {
  const found = gaussianMixture(points, 3, { seed: 1 });
  return [
    one('Gaussian mixture iris', expected.loglik, () => found.logLikelihood, { absolute: 2e-3 }),
    one('Gaussian mixture iris BIC', expected.bic, () => found.bic, { absolute: 4e-3 }),
    one('Gaussian mixture iris AIC', expected.aic, () => found.aic, { absolute: 4e-3 }),
    one('Gaussian mixture iris Rand', expected.ari, () => adjustedRandIndex(found.labels, species)),
  ];
}

function dense(expected: Reference, points: Points): Case[] {
  const { 'dbscan_0.5_5': byRadius, hdbscan_5: byMass } = expected;
  const found = densityClusters(points, { radius: 0.5 });
  const lasting = hierarchicalDensityClusters(points);
  return [
    ...casesOf(
      'DBSCAN iris',
      [byRadius.clusters, byRadius.noise, ...byRadius.sizes],
      () => [found.k, found.noise, ...ascending(found)],
      exact,
    ),
    ...casesOf('HDBSCAN iris', [byMass.clusters, byMass.noise], () => [lasting.k, lasting.noise], exact),
  ];
}

function components(expected: Reference, points: Points): Case[] {
  const { components: found } = principalComponents(points, 'none');
  return [
    ...casesOf('PCA iris share', expected.explained_ratio, () => found.map(({ share }) => share), tight),
    ...casesOf(
      'PCA iris directions',
      expected.components_abs.flat(),
      () => found.flatMap(({ direction }) => Object.values(direction).map(Math.abs)),
      tight,
    ),
  ];
}

type Table = Readonly<Record<string, readonly string[]>>;

function shop(expected: Reference, folders: Folders): Case[] {
  const table = folders.table('online_retail/online_retail.csv.gz');
  const [quantities, prices] = [numbers(table.Quantity), numbers(table.UnitPrice)];
  const rows = [...quantities.keys()];
  const kept = rows.filter((row) => table.CustomerID?.[row] !== '' && (quantities[row] ?? 0) > 0 && (prices[row] ?? 0) > 0);
  const times = kept.map((row) => timeOf(table, row));
  const customers = kept.map((row) => Math.round(Number(table.CustomerID?.[row])));
  const values = customerValues(
    {
      customers,
      orders: kept.map((row) => table.InvoiceNo?.[row] ?? ''),
      times,
      values: kept.map((row) => (quantities[row] ?? 0) * (prices[row] ?? 0)),
    },
    Date.UTC(2011, 11, 10),
  );
  const months = times.map((time) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth());
  const cohorts = purchaseCohorts(customers, months);
  const wanted: number[][] = Object.values(expected.cohort_retention_counts);
  return [
    ...whole(expected.online_retail, table, quantities, prices),
    one('RFM lines', expected.rfm_online_retail.rows_kept, () => kept.length, exact),
    ...recencyFrequencyMonetary(expected.rfm_online_retail, values),
    ...logSegments(expected.rfm_kmeans4_log_std, values),
    ...wanted.flatMap((counts, index) =>
      casesOf(`cohort ${index}`, counts, () => counts.map((_, period) => cohorts[index]?.counts[period] ?? 0), exact),
    ),
  ];
}

function timeOf(table: Table, row: number): number {
  return Date.parse(`${table.InvoiceDate?.[row]?.replace(' ', 'T')}Z`);
}

/** That the file is the one the figures are of. */
function whole(expected: Reference, table: Table, quantities: Float64Array, prices: Float64Array): Case[] {
  const different = (name: string) => new Set(table[name]?.filter((value) => value !== '')).size;
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const dates = [...(table.InvoiceDate ?? [])].sort();
  return [
    ...casesOf(
      'Online Retail',
      [expected.rows, expected.null_customer, expected.invoices, expected.customers, expected.stock_codes, expected.cancel_rows],
      () => [
        quantities.length,
        (table.CustomerID ?? []).filter((customer) => customer === '').length,
        different('InvoiceNo'),
        different('CustomerID'),
        different('StockCode'),
        (table.InvoiceNo ?? []).filter((invoice) => invoice.startsWith('C')).length,
      ],
      exact,
    ),
    ...casesOf(
      'Online Retail',
      [expected.countries, Date.parse(expected.min), Date.parse(expected.max), expected.sum_qty],
      () => [different('Country'), Date.parse(dates[0] ?? ''), Date.parse(dates.at(-1) ?? ''), sum(quantities)],
      exact,
    ),
    one('Online Retail amount', expected.sum_amount, () => sum(quantities.map((quantity, row) => quantity * (prices[row] ?? 0)))),
  ];
}

function recencyFrequencyMonetary(expected: Reference, values: CustomerValues): Case[] {
  const columns = { R: values.recencyDays, F: values.frequency, M: values.monetary };
  const order = [...values.customers.keys()].sort((a, b) => Number(values.customers[a]) - Number(values.customers[b]));
  const sortedBy = (column: Float64Array) => Float64Array.from(order, (index) => column[index] ?? 0);
  const scores = rfmScores(
    { recencyDays: sortedBy(columns.R), frequency: sortedBy(columns.F), monetary: sortedBy(columns.M) },
    { ties: 'first' },
  );
  const sums = [...scores.recency].map((score, index) => score + (scores.frequency[index] ?? 0) + (scores.monetary[index] ?? 0));
  const wanted: [string, number][] = Object.entries(expected['score_sum_counts (quintiles of first-rank, R reversed)']);
  const examples: [string, Reference][] = Object.entries(expected.examples);
  return [
    one('RFM customers', expected.customers, () => values.n, exact),
    ...Object.entries(columns).flatMap(([name, column]) => described(name, expected[name], column)),
    ...examples.flatMap(([customer, { R, F, M }]) => {
      const at = values.customers.indexOf(Number(customer));
      return casesOf(`RFM ${customer}`, [R, F, M], () => [columns.R[at] ?? -1, columns.F[at] ?? -1, columns.M[at] ?? -1], tight);
    }),
    ...wanted.map(([score, count]) =>
      one(`RFM scores of ${score}`, count, () => sums.filter((sum) => sum === Number(score)).length, exact),
    ),
    one('RFM scores 5 5 5', expected.n_555, () => sums.filter((sum) => sum === 15).length, exact),
  ];
}

function described(name: string, expected: Reference, column: Float64Array): Case[] {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (column.length - 1));
  const levels = [0, 0.25, 0.5, 0.75, 1];
  return casesOf(
    `RFM ${name}`,
    [expected.count, expected.mean, expected.std, ...['min', '25%', '50%', '75%', 'max'].map((level) => expected[level])],
    () => [column.length, mean, deviation, ...levels.map((level) => quantile(column, level))],
    { absolute: Math.max(1e-9, 1e-12 * expected.max) },
  );
}

/** Logarithms of 1 + value, standardised. The reference stopped before it settled; ours ends lower, with a few customers elsewhere. */
function logSegments(expected: Reference, { recencyDays, frequency, monetary }: CustomerValues): Case[] {
  const log = (column: Float64Array) => column.map(Math.log1p);
  const points = standardisePoints(pointsOf({ recency: log(recencyDays), frequency: log(frequency), monetary: log(monetary) }));
  const found = kMeans(points, 4, { seed: 1, restarts: 20, tolerance: 0 });
  return [
    one('RFM k-means', expected.inertia, () => found.withinSquares, 'at most'),
    ...casesOf('RFM k-means sizes', expected.sizes, () => ascending(found), { relative: 0.01 }),
    one('RFM k-means silhouette', expected.silhouette, () => silhouette(points, found.labels, { seed: 1 }).mean, { absolute: 1e-3 }),
  ];
}
