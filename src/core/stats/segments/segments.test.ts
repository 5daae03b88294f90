import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../random.ts';
import { clusterSeparation } from './cluster-separation.ts';
import { clusterStability } from './cluster-stability.ts';
import { densityClusters } from './density-clusters.ts';
import { distanceMatrix, euclideanDistances } from './distance-matrix.ts';
import { gapStatistic } from './gap-statistic.ts';
import { gaussianMixture } from './gaussian-mixture.ts';
import { cutDendrogram, hierarchicalClusters } from './hierarchical-clusters.ts';
import { hierarchicalDensityClusters } from './hierarchical-density-clusters.ts';
import { kMeans } from './k-means.ts';
import { kPrototypes } from './k-prototypes.ts';
import { miniBatchKMeans } from './mini-batch-k-means.ts';
import { gowerDistances, type MixedColumn } from './mixed-columns.ts';
import { type Points, pickPoints, pointsOf, squaredDistance } from './points.ts';
import { principalComponents } from './principal-components.ts';
import { adjustedRandIndex } from './rand-index.ts';
import { silhouette, silhouetteOfDistances } from './silhouette.ts';
import { standardisePoints } from './standardise-points.ts';

/** Clouds around (0, 0), (8, 0) and (0, 8), one after the other. */
function threeClouds(random: Random, size: number): { readonly points: Points; readonly truth: readonly number[] } {
  const truth = Array.from({ length: 3 * size }, (_, i) => Math.floor(i / size));
  const x = truth.map((cloud) => (cloud === 1 ? 8 : 0) + random.normal());
  const y = truth.map((cloud) => (cloud === 2 ? 8 : 0) + random.normal());
  return { points: pointsOf({ x, y }), truth };
}

const clouds = threeClouds(seededRandom(5), 60);

describe('segments around centres', () => {
  it('finds planted clouds by k-means, in small draws, as a mixture and on a tree', () => {
    const { points, truth } = clouds;
    const agreements = [
      kMeans(points, 3, { seed: 1 }).labels,
      miniBatchKMeans(points, 3, { seed: 1, batch: 32 }).labels,
      gaussianMixture(points, 3, { seed: 1 }).labels,
      gaussianMixture(points, 3, { seed: 1, covariance: 'diagonal' }).labels,
      cutDendrogram(hierarchicalClusters(euclideanDistances(points), 'ward'), 3),
      cutDendrogram(hierarchicalClusters(euclideanDistances(points), 'average'), 3),
      hierarchicalDensityClusters(points, { minSize: 15 }).labels.map((label) => Math.max(0, label)),
    ].map((labels) => adjustedRandIndex(labels, truth));
    for (const agreement of agreements) expect(agreement).toBeGreaterThan(0.9);
  });

  it('leaves every case with its nearest centre, and centres in the middle of their cases', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), { minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 1000 }), (rows, k, seed) => {
        fc.pre(new Set(rows.map(String)).size >= k);
        const points = pointsOf({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) });
        const found = kMeans(points, k, { seed, restarts: 1, tolerance: 0 });
        const distances = rows.map((_, i) => found.centres.map((centre) => squaredDistance(points.values, 2 * i, centre, 0, 2)));
        expect(found.sizes.reduce((sum, size) => sum + size)).toBe(rows.length);
        for (const [i, own] of distances.entries()) expect(own[found.labels[i] ?? 0]).toBeLessThanOrEqual(Math.min(...own) + 1e-9);
        found.centres.forEach((centre, cluster) => {
          const members = rows.filter((_, i) => found.labels[i] === cluster);
          expect(centre[0]).toBeCloseTo(members.reduce((sum, [x]) => sum + x, 0) / members.length, 9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('names what it cannot part', () => {
    const { points } = clouds;
    expect(() => pointsOf({})).toThrow('no feature');
    expect(() => pointsOf({ x: [1, Number.POSITIVE_INFINITY] })).toThrow('"x" has Infinity at position 1');
    expect(() => kMeans(pointsOf({ x: [1, 1, 1] }), 2, { seed: 1 })).toThrow('only 1 of the points differ');
    expect(() => kMeans(pointsOf({ x: [1] }), 2, { seed: 1 })).toThrow('1 cases cannot be 2 clusters');
    expect(() => kMeans(points, 1.5, { seed: 1 })).toThrow('whole number');
    expect(() => standardisePoints(pointsOf({ x: [1, 2], flat: [3, 3], still: [0, 0] }))).toThrow('"flat", "still" cannot be scaled');
    expect(() => gaussianMixture(pointsOf({ x: [1, 2, 3] }), 2, { seed: 1 })).toThrow('too few');
    expect(kMeans(pointsOf({ x: [4] }), 1, { seed: 1 }).withinSquares).toBe(0);
  });

  it('standardises by the way that is named', () => {
    const points = pointsOf({ x: [1, 2, 3, 4, 10] });
    expect([...standardisePoints(points, 'range').values]).toEqual([0, 1 / 9, 2 / 9, 3 / 9, 1]);
    expect(standardisePoints(points, 'robust')).toMatchObject({ centres: Float64Array.of(3), scales: Float64Array.of(2) });
    expect(standardisePoints(points, 'sample').scales[0]).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(standardisePoints(points).scales[0]).toBeCloseTo(Math.sqrt(10), 12);
  });
});

describe('how many segments, and how sure', () => {
  it('sees three clouds, and none in one', () => {
    const random = seededRandom(8);
    const even = pointsOf({ x: Array.from({ length: 100 }, () => random.next()), y: Array.from({ length: 100 }, () => random.next()) });
    const options = { seed: 2, upTo: 5, references: 15, restarts: 2 };
    expect(gapStatistic(clouds.points, options).k).toBe(3);
    expect(gapStatistic(even, { ...options, box: 'features' }).k).toBe(1);
    const bic = [1, 2, 3, 4].map((k) => gaussianMixture(clouds.points, k, { seed: 3 }).bic);
    expect(bic.indexOf(Math.min(...bic))).toBe(2);
  });

  it('says of a cluster that is there that it comes back, and of one that is not that it dissolves', () => {
    const clusterings = [3, 5].map((k) =>
      clusterStability(clouds.points.n, (cases, seed) => kMeans(pickPoints(clouds.points, cases), k, { seed, restarts: 3 }).labels, {
        seed: 4,
        samples: 20,
      }),
    );
    const [three = [], five = []] = clusterings;
    for (const { jaccard, recovered } of three) {
      expect(jaccard).toBeGreaterThan(0.95);
      expect(recovered).toBe(20);
    }
    expect(Math.min(...five.map(({ jaccard }) => jaccard))).toBeLessThan(0.75);
  });

  it('measures the silhouette of four points by hand, exactly and in a draw', () => {
    const points = pointsOf({ x: [0, 1, 10, 12] });
    const widths = [(11 - 1) / 11, (10 - 1) / 10, (9.5 - 2) / 9.5, (11.5 - 2) / 11.5];
    const found = silhouette(points, [0, 0, 1, 1], { seed: 1 });
    expect(found.mean).toBeCloseTo(widths.reduce((sum, width) => sum + width) / 4, 12);
    expect(found).toMatchObject({ n: 4, looked: 4, standardError: null });
    expect(silhouetteOfDistances(euclideanDistances(points), [0, 0, 1, 1], { seed: 1 }).byCluster[0]).toBeCloseTo(
      (10 / 11 + 9 / 10) / 2,
      12,
    );
    const { truth } = clouds;
    const whole = silhouette(clouds.points, truth, { seed: 1 }).mean;
    const drawn = silhouette(clouds.points, truth, { seed: 1, exactUpTo: 10, sample: 90 });
    expect(drawn.looked).toBe(90);
    expect(Math.abs(drawn.mean - whole)).toBeLessThan(5 * (drawn.standardError ?? 0));
    expect(() => silhouette(points, [0, 0, 0, 0], { seed: 1 })).toThrow('at least 2 clusters');
    expect(() => clusterSeparation(points, [0, 0, 2, 2])).toThrow('cluster 1 has no case');
  });

  it('agrees with itself under other names, and not by chance', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], ['b', 'b', 'a', 'a'])).toBe(1);
    // scikit-learn's documentation of adjusted_rand_score.
    expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(0.5714285714, 9);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect(() => adjustedRandIndex([], [])).toThrow('at least one');
  });
});

describe('segments by density', () => {
  it('finds a ring around a cloud, and noise', () => {
    const random = seededRandom(9);
    const ring = Array.from({ length: 200 }, (_, i) => [10 * Math.cos(i), 10 * Math.sin(i)]);
    const cloud = Array.from({ length: 100 }, () => [random.normal(), random.normal()]);
    const rows = [...ring, ...cloud, [30, 30]];
    const points = pointsOf({ x: rows.map(([x = 0]) => x), y: rows.map(([, y = 0]) => y) });
    const truth = rows.map((_, i) => (i < 200 ? 0 : i < 300 ? 1 : -1));
    const found = densityClusters(points, { radius: 2 });
    expect(found).toMatchObject({ k: 2, n: 301 });
    expect(found.labels[300]).toBe(-1);
    expect(adjustedRandIndex(found.labels, truth)).toBeGreaterThan(0.95);
    expect(() => densityClusters(points, { radius: 0 })).toThrow('above 0');
  });

  it('makes what comparing all pairs makes', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 4 }), (cases, minNeighbours) => {
        const points = pointsOf({ x: cases.map(([x]) => x), y: cases.map(([, y]) => y) });
        const near = (i: number) =>
          cases.flatMap((_, j) => (squaredDistance(points.values, 2 * i, points.values, 2 * j, 2) <= 4 ? [j] : []));
        const isInside = cases.map((_, i) => near(i).length >= minNeighbours);
        const { labels } = densityClusters(points, { radius: 2, minNeighbours });
        cases.forEach((_, i) => {
          const inside = near(i).filter((j) => isInside[j]);
          expect((labels[i] ?? -1) >= 0).toBe(inside.length > 0);
          if (isInside[i]) for (const j of inside) expect(labels[j]).toBe(labels[i]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('joins by the heights of scipy', () => {
    // scipy 1.17.1 linkage of 0, 1, 3, 7: single 1, 2, 4; complete 1, 3, 7; average 1, 2.5, 17/3; ward 1, 2.886751, 6.928203.
    const distances = euclideanDistances(pointsOf({ x: [0, 1, 3, 7] }));
    const heights = (linkage: 'single' | 'complete' | 'average' | 'ward') =>
      hierarchicalClusters(distances, linkage).merges.map(({ height }) => height);
    expect(heights('single')).toEqual([1, 2, 4]);
    expect(heights('complete')).toEqual([1, 3, 7]);
    expect(heights('average')[2]).toBeCloseTo(17 / 3, 12);
    expect(heights('ward')[1]).toBeCloseTo(2.886751, 6);
    const tree = hierarchicalClusters(distances, 'single');
    expect(tree.merges.map(({ left, right, size }) => [left, right, size])).toEqual([
      [0, 1, 2],
      [2, 4, 3],
      [3, 5, 4],
    ]);
    expect([...cutDendrogram(tree, 2)]).toEqual([0, 0, 0, 1]);
    expect([...cutDendrogram(tree, 4)]).toEqual([0, 1, 2, 3]);
    expect(() => cutDendrogram(tree, 5)).toThrow('from 1 to 4');
    expect(() => distanceMatrix(20_000, () => 0)).toThrow('too many pairs');
  });
});

describe('mixed columns', () => {
  const columns: MixedColumn[] = [
    { name: 'spend', kind: 'number', values: [10, 12, 11, 90, 95, null] },
    { name: 'plan', kind: 'category', values: ['basic', 'basic', null, 'pro', 'pro', 'pro'] },
  ];

  it("takes Gower's distances over what both cases have", () => {
    const { at } = gowerDistances(columns);
    expect(at(0, 1)).toBeCloseTo(2 / 85 / 2, 12);
    expect(at(0, 3)).toBeCloseTo((80 / 85 + 1) / 2, 12);
    expect(at(0, 2)).toBeCloseTo(1 / 85, 12);
    expect(at(2, 5)).toBe(1);
  });

  it('finds typical cases, and names what is missing', () => {
    const found = kPrototypes(columns, 2, { seed: 1 });
    expect([...found.labels]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(found.prototypes).toEqual([
      { spend: 11, plan: 'basic' },
      { spend: 92.5, plan: 'pro' },
    ]);
    expect(found.missing).toEqual({ spend: 1, plan: 1 });
    expect(() => kPrototypes([{ name: 'a', kind: 'category', values: ['x', 'x'] }], 1, { seed: 1 })).toThrow('"a" is constant');
    expect(() => kPrototypes([{ name: 'a', kind: 'number', values: [1, null, 2] }], 1, { seed: 1 })).toThrow('position 1 has no value');
    expect(() => kPrototypes([{ name: 'a', kind: 'number', values: [1, 2], weight: 0 }], 1, { seed: 1 })).toThrow('all weights are 0');
    expect(() => kPrototypes(columns, 6, { seed: 1 })).toThrow('only 5 of the cases differ');
  });
});

describe('principal components', () => {
  it('turns along the line that points lie on', () => {
    const { components, scores, scaling } = principalComponents(pointsOf({ x: [1, 2, 3, 4], y: [2, 4, 6, 8] }), 'none');
    expect(scaling).toBe('none');
    expect(components[0]?.share).toBeCloseTo(1, 12);
    expect(components[0]?.direction.x).toBeCloseTo(1 / Math.sqrt(5), 12);
    expect(components[0]?.loadings.y).toBeCloseTo(Math.sqrt(20 / 3), 12);
    expect(scores[0]).toBeCloseTo(-1.5 * Math.sqrt(5), 12);
    expect(() => principalComponents(pointsOf({ x: [1, 2], y: [3, 3] }))).toThrow('"y" cannot be scaled');
    expect(() => principalComponents(pointsOf({ x: [1, 1] }), 'none')).toThrow('"x" are constant');
  });

  it('keeps the variance of any points', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), { minLength: 3, maxLength: 30 }),
        (rows) => {
          fc.pre(new Set(rows.map(([x]) => x)).size > 1);
          const { components } = principalComponents(pointsOf({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) }), 'none');
          expect(components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          expect((components[0]?.variance ?? 0) + 1e-9).toBeGreaterThanOrEqual(components[1]?.variance ?? 0);
        },
      ),
      { numRuns: 30 },
    );
  });
});
