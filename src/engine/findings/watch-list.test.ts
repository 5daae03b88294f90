import { expect, test } from 'vitest';
import { watchList } from '../../catalog/analyses/watch-list.ts';
import { resolveMetric } from '../query/metric-call.ts';
import { carriesDimension } from './change-parts.ts';
import type { FindingSource } from './finding-source.ts';

const calendar = { zone: 'UTC', weekStart: 1, nowMs: 0, dataFromMs: null, dataUntilMs: null } as const;
const source: FindingSource = { ask: async () => [], database: 'none', calendar, day: 0, firstDay: 0 };

test.each(watchList)(
  '$metric is one figure that carries every dimension it is watched by, and follows what is watched before it',
  (watched) => {
    const calls = resolveMetric(watched.metric);
    expect(calls.map(({ resolved }) => resolved.key)).toEqual([watched.metric]);
    for (const call of calls) expect(watched.dimensions.filter((name) => !carriesDimension(call, name, source))).toEqual([]);
    const before = watchList.slice(0, watchList.indexOf(watched)).map(({ metric }) => metric);
    expect(watched.follows.filter((metric) => !before.includes(metric))).toEqual([]);
  },
);
