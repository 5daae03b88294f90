import { coverByShifts } from '../../src/core/stats/queueing/cover-by-shifts.ts';
import { erlangA } from '../../src/core/stats/queueing/erlang-a.ts';
import { erlangB } from '../../src/core/stats/queueing/erlang-b.ts';
import { erlangC } from '../../src/core/stats/queueing/erlang-c.ts';
import { requiredPositions } from '../../src/core/stats/queueing/required-positions.ts';
import { type Case, casesOf, type Folders, type Group, type Reference } from './case.ts';

/** Queues and staffing. */
export const staffingGroup: Group = { name: 'staffing', cases: (folders) => [...queues(folders), ...shifts()] };

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
    // Printed with three digits.
    ...casesOf(
      'Erlang A staffing, state',
      [needed.service_level, needed.occupancy, needed.abandonment, needed.wait_prob, needed.asa],
      () => [
        staffed.state.serviceLevel,
        staffed.state.occupancy,
        'abandonedShare' in staffed.state ? staffed.state.abandonedShare : Number.NaN,
        staffed.state.waitingShare,
        staffed.state.meanWaitSeconds / 60,
      ],
      { absolute: 6e-4 },
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

/** Cases of which the optimum is known by hand: only one plan of whole shifts has no idle hour, or none can cost less. */
function shifts(): Case[] {
  const pairs = [0, 1, 2].map((from) => ({ name: `${from}`, from, until: from + 2 }));
  const days = Array.from({ length: 7 }, (_, day) => ({
    name: `${day}`,
    from: 0,
    until: 7,
    breaks: day < 6 ? [[day, Math.min(7, day + 2)] as const] : [[6, 7] as const, [0, 1] as const],
    cost: 1,
  }));
  return [
    {
      method: 'shifts of two of four hours',
      reference: 16,
      ours: () => coverByShifts([2, 5, 5, 3], pairs).cost,
      tolerance: { absolute: 0 },
    },
    // Days off in twos over a week that needs 5 people daily: 35 ÷ 5.
    {
      method: 'week with two days off',
      reference: 7,
      ours: () => coverByShifts([5, 5, 5, 5, 5, 5, 5], days).cost,
      tolerance: { absolute: 0 },
    },
    // Hillier and Lieberman's and Winston's post office: 17, 13, 15, 19, 14, 16, 11 a day, five days in a row: 23 people, 22⅓ in parts.
    {
      method: "Winston's post office",
      reference: 23,
      ours: () => coverByShifts([17, 13, 15, 19, 14, 16, 11], days).cost,
      tolerance: { absolute: 0 },
    },
    {
      method: "Winston's post office, bound",
      reference: 23,
      ours: () => coverByShifts([17, 13, 15, 19, 14, 16, 11], days).bound,
      tolerance: { absolute: 0 },
    },
  ];
}
