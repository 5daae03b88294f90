import { attributeByMarkov } from '../../src/core/journeys/attribute-by-markov.ts';
import { attributeByPosition, type PositionRule } from '../../src/core/journeys/attribute-by-position.ts';
import { attributeByShapley } from '../../src/core/journeys/attribute-by-shapley.ts';
import { type ChannelPaths, numberPaths } from '../../src/core/journeys/channel-paths.ts';
import { directFollows } from '../../src/core/journeys/direct-follows.ts';
import { activityCounts, eventLog } from '../../src/core/journeys/event-log.ts';
import { shapleyValues } from '../../src/core/journeys/shapley-values.ts';
import { throughput } from '../../src/core/journeys/throughput.ts';
import { variants } from '../../src/core/journeys/variants.ts';
import { type Case, casesOf, type Folders, type Group, numbers, type Reference } from './case.ts';
import { readXes } from './read-xes.ts';

/** Journeys: the help-desk log, the six cases of van der Aalst, and paths of channels. */
export const journeysGroup: Group = {
  name: 'journeys',
  cases: (folders) => {
    const mining = folders.reference('process_mining');
    return [
      ...logCases('helpdesk', mining.helpdesk, folders.text('helpdesk_log/helpdesk.xes.gz')),
      ...logCases('running-example', mining['running-example'], folders.text('helpdesk_log/running-example.xes')),
      ...attributionCases(folders.reference('attribution'), folders),
    ];
  },
};

const exact = { absolute: 0 } as const;

/** One case for each name of a record of numbers. */
function namedCases(
  method: string,
  reference: Readonly<Record<string, number>>,
  ours: (name: string) => number | undefined,
  tolerance: Case['tolerance'],
): Case[] {
  return Object.entries(reference).map(([name, value]) => ({
    method: `${method} ${name}`,
    reference: value,
    ours: () => ours(name) ?? Number.NaN,
    tolerance,
  }));
}

function logCases(name: string, expected: Reference, xml: string): Case[] {
  const log = eventLog(readXes(xml), { order: 'given' });
  const map = directFollows(log);
  const ways = variants(log);
  const counts = new Map(activityCounts(log).map(({ activity, events }) => [activity, events]));
  const ofEnds = (ends: typeof map.start) => (activity: string) => ends.find((each) => each.activity === activity)?.n;
  const { duration } = throughput(log);
  return [
    ...casesOf(
      `${name} cases, events, activities, variants, edges`,
      [expected.cases, expected.events, expected.activities, expected.variants, expected.dfg_edges],
      () => [map.cases, map.events, log.activities.length, ways.length, map.edges.length],
      exact,
    ),
    ...namedCases(`${name} activity`, expected.activity_counts, (activity) => counts.get(activity), exact),
    ...namedCases(`${name} start`, expected.start, ofEnds(map.start), exact),
    ...namedCases(`${name} end`, expected.end, ofEnds(map.end), exact),
    ...(expected.top3_variants as Reference[]).map(({ v, n }, index) => ({
      method: `${name} variant ${index + 1}`,
      reference: n,
      ours: () => ways.find(({ activities }) => activities.join('|') === v.join('|'))?.n ?? Number.NaN,
      tolerance: exact,
    })),
    ...(expected.dfg_top10 as Reference[]).map(({ from, to, n }) => ({
      method: `${name} ${from} → ${to}`,
      reference: n,
      ours: () => map.edges.find((edge) => edge.from === from && edge.to === to)?.n ?? Number.NaN,
      tolerance: exact,
    })),
    ...casesOf(
      `${name} duration, s: median, mean, p90`,
      [expected.case_duration_s.median, expected.case_duration_s.mean, expected.case_duration_s.p90],
      () => [duration.medianMs, duration.meanMs, duration.p90Ms].map((ms) => (ms ?? Number.NaN) / 1000),
      { relative: 1e-12 },
    ),
  ];
}

const rules: Readonly<Record<string, PositionRule>> = {
  first_touch: { kind: 'first' },
  last_touch: { kind: 'last' },
  linear: { kind: 'linear' },
  u_shaped_40_20_40: { kind: 'u-shaped' },
  time_decay_half_per_step: { kind: 'time-decay' },
};

const near = { relative: 1e-9 } as const;

function attributionCases(expected: Reference, folders: Folders): Case[] {
  const table = folders.table('attribution/path_data.csv.gz');
  const paths: ChannelPaths = {
    paths: (table.path ?? []).map((path) => path.split(' > ')),
    conversions: numbers(table.total_conversions),
    nulls: numbers(table.total_null),
    values: numbers(table.total_conversion_value),
  };
  const totals = numberPaths(paths);
  const { total_conversions: conversions, total_conversion_value: value, total_null: nulls } = expected.totals;
  return [
    ...casesOf(
      'paths, totals',
      [conversions, value, nulls],
      () => [totals.totalConversions, totals.totalValue ?? -1, totals.totalNulls],
      near,
    ),
    ...Object.entries(rules).flatMap(([name, rule]) => {
      const credits = new Map(attributeByPosition(paths, rule).map((credit) => [credit.channel, credit.conversions]));
      return namedCases(`attribution ${name}`, expected.heuristics[name], (channel) => credits.get(channel), near);
    }),
    ...markovCases(paths, 'merge', expected.markov_order1_merge_repeats),
    ...markovCases(paths, 'keep', expected.markov_order1_keep_self_loops),
    ...shapleyCases(paths, expected.shapley_set_game.values),
  ];
}

function markovCases(paths: ChannelPaths, repeats: 'merge' | 'keep', expected: Reference): Case[] {
  const found = attributeByMarkov(paths, { repeats });
  const credits = new Map(found.channels.map((credit) => [credit.channel, credit]));
  return [
    { method: `Markov ${repeats} conversion`, reference: expected.p_conversion, ours: () => found.conversionChance, tolerance: near },
    // A difference of two chances near 0.22, so that the last digits of the smallest effects are noise.
    ...namedCases(`Markov ${repeats} removal`, expected.removal_effects, (channel) => credits.get(channel)?.removalEffect, {
      absolute: 1e-12,
    }),
    ...namedCases(`Markov ${repeats} credit`, expected.attributed_conversions, (channel) => credits.get(channel)?.conversions, {
      relative: 1e-8,
    }),
  ];
}

/** By the closed form, and by all coalitions as well. */
function shapleyCases(paths: ChannelPaths, expected: Readonly<Record<string, number>>): Case[] {
  const credits = new Map(attributeByShapley(paths).channels.map((credit) => [credit.channel, credit.worth]));
  const { channels, steps, conversions } = numberPaths(paths);
  const sets = steps.map((path) => path.reduce((bits, channel) => bits | (1 << channel), 0));
  const sums = new Float64Array(2 ** channels.length);
  sets.forEach((bits, index) => {
    sums[bits] = (sums[bits] ?? 0) + (conversions[index] ?? 0);
  });
  const worth = (set: number) => sums.reduce((sum, value, bits) => ((bits & ~set) === 0 ? sum + value : sum), 0);
  const values = shapleyValues(channels.length, worth);
  return [
    ...namedCases('Shapley', expected, (channel) => credits.get(channel), near),
    ...namedCases('Shapley by coalitions', expected, (channel) => values[channels.indexOf(channel)], near),
  ];
}
