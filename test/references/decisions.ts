import { compareBeliefs } from '../../src/core/stats/experiments/bayesian-proportions.ts';
import { stoppingBounds } from '../../src/core/stats/experiments/group-sequential.ts';
import { sampleSizeOfMeans, sampleSizeOfProportions } from '../../src/core/stats/experiments/sample-size.ts';
import { logMixtureRatio } from '../../src/core/stats/experiments/sequential-test.ts';
import { erlangA } from '../../src/core/stats/queueing/erlang-a.ts';
import { erlangB } from '../../src/core/stats/queueing/erlang-b.ts';
import { erlangC } from '../../src/core/stats/queueing/erlang-c.ts';
import { requiredPositions } from '../../src/core/stats/queueing/required-positions.ts';
import { type Case, casesOf, type Folders, type Group, type Reference } from './case.ts';

/** Queues, staffing and experiments. */
export const decisionsGroup: Group = { name: 'decisions', cases: (folders) => [...queues(folders), ...plans(folders), ...looks(folders)] };

const example = { calls: 100, intervalSeconds: 1800, handleSeconds: 180 };

function queues(folders: Folders): Case[] {
  const expected = folders.reference('erlang');
  const { expected: plain } = expected.pyworkforce_docs;
  const { expected: impatient, 'required(0.8,occ .85,aband .05)': needed } = expected.pyworkforce_erlangA_tests;
  const goal = { serviceLevel: 0.8, targetSeconds: 20, mostOccupancy: 0.85, shrinkage: 0.3 };
  const patient = requiredPositions(example, goal);
  const staffed = requiredPositions(example, { ...goal, mostAbandoned: 0.05, patienceSeconds: 300 });
  const a = erlangA(example, 14, 20, 300);
  return [
    ...casesOf(
      'Erlang C staffing',
      [plain.raw_positions, plain.positions, plain.service_level, plain.occupancy, plain.waiting_probability],
      () => [patient.positions, patient.scheduled, patient.state.serviceLevel, patient.state.occupancy, patient.state.waitingShare],
      { relative: 1e-9 },
    ),
    ...casesOf(
      'Erlang A',
      [
        impatient.waiting_probability,
        impatient.abandonment_probability,
        impatient.occupancy,
        impatient.average_speed_of_answer_min,
        impatient.service_level,
      ],
      () => [a.waitingShare, a.abandonedShare, a.occupancy, a.meanWaitSeconds / 60, a.serviceLevel],
      { absolute: 6e-6 },
    ),
    ...casesOf(
      'Erlang A staffing',
      [needed.raw_positions, needed.positions_with_30pct_shrinkage],
      () => [staffed.positions, staffed.scheduled],
      { absolute: 0 },
    ),
    ...(expected.erlang_b_c_table.rows as Reference[]).flatMap((row) => tableRow(row)),
    ...(expected.erlang_c_required.rows as Reference[]).flatMap((row) => requiredRow(row)),
  ];
}

function tableRow(row: Reference): Case[] {
  const traffic = { calls: row.a, intervalSeconds: 180, handleSeconds: 180 };
  const state = erlangC(traffic, row.n, 20);
  const level = row['sl_t_over_aht_0.111 (20s of 180s)'];
  return casesOf(
    `Erlang ${row.a} by ${row.n}`,
    [row.erlang_b, row.erlang_c, row.asa_over_aht, level, row.occupancy],
    () => [erlangB(row.a, row.n), state.waitingShare, state.meanWaitSeconds / 180, state.serviceLevel, state.occupancy],
    { relative: 1e-9 },
  );
}

function requiredRow(row: Reference): Case[] {
  const traffic = { calls: row.calls, intervalSeconds: row.interval_s, handleSeconds: row.aht_s };
  const { positions, state } = requiredPositions(traffic, { serviceLevel: row.sl_goal, targetSeconds: row.target_s });
  return casesOf(
    `agents for ${row.calls} calls`,
    [row.agents, row.erlangs, row.sl, row.asa_s, row.occupancy],
    () => [positions, state.erlangs, state.serviceLevel, state.meanWaitSeconds, state.occupancy],
    { relative: 1e-9 },
  );
}

function plans(folders: Folders): Case[] {
  const expected = folders.reference('ab_tests');
  return [
    ...(expected.sample_size_proportions.rows as Reference[]).flatMap((row) => {
      const planning = { alpha: row.alpha, power: row.power };
      const size = (method: 'arcsine' | 'pooled' | 'unpooled') => sampleSizeOfProportions(row.p0, row.p1, planning, method);
      return casesOf(
        `sample size ${row.p0} ${row.p1}`,
        [row.n_per_arm_cohen_h, row.n_per_arm_pooled_fleiss, row.n_per_arm_unpooled],
        () => [size('arcsine'), size('pooled'), size('unpooled')],
        { relative: 1e-8 },
      );
    }),
    ...(expected.sample_size_ttest.rows as Reference[]).map(
      (row): Case => ({
        method: `sample size d ${row.d}`,
        reference: row.n_per_arm,
        ours: () => sampleSizeOfMeans(row.d, row),
        tolerance: { relative: 1e-6 },
      }),
    ),
  ];
}

function looks(folders: Folders): Case[] {
  const expected = folders.reference('ab_tests');
  const { pocock_c: pocock, 'obrien_fleming_c (z_k=c*sqrt(K/k))': strict } = expected.group_sequential_two_sided_alpha05;
  const retention = expected.cookie_cats_retention_1;
  return [
    ...Object.entries(pocock as Record<string, number>).map(
      ([count, c]): Case => ({
        method: `Pocock ${count}`,
        reference: c,
        ours: () => stoppingBounds(Number(count), 'pocock').at(-1) ?? Number.NaN,
        tolerance: { absolute: 2e-4 },
      }),
    ),
    ...Object.entries(strict as Record<string, number>).map(
      ([count, c]): Case => ({
        method: `O'Brien-Fleming ${count}`,
        reference: c,
        ours: () => stoppingBounds(Number(count), 'obrien-fleming').at(-1) ?? Number.NaN,
        tolerance: { absolute: 2e-4 },
      }),
    ),
    ...(expected.msprt_normal.cases as Reference[]).map(
      (row): Case => ({
        method: `mixture ratio ${row.n}`,
        reference: row.logLambda,
        ours: () => logMixtureRatio({ difference: row.dbar, n: row.n, variance: row.V }, row.tau2),
        tolerance: { relative: 1e-9 },
      }),
    ),
    {
      method: 'chance that gate 40 is larger',
      reference: retention['bayes_beta11_P(gate40>gate30)_quadrature'],
      ours: () =>
        compareBeliefs(
          { successes: retention.gate_40.x, n: retention.gate_40.n },
          { successes: retention.gate_30.x, n: retention.gate_30.n },
        ).chanceFirstIsLarger,
      tolerance: { relative: 1e-7 },
    },
  ];
}
