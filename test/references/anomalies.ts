import { anomalyStream } from '../../src/core/stats/anomalies/anomaly-stream.ts';
import { tukeyOutliers } from '../../src/core/stats/anomalies/tukey-outliers.ts';
import { quantile } from '../../src/core/stats/descriptive/quantile.ts';
import { changePoint } from '../../src/core/stats/trend/change-point.ts';
import { changePoints } from '../../src/core/stats/trend/change-points.ts';
import { type Case, casesOf, type Folders, type Group, numbers, type Reference } from './case.ts';
import { type CostMatrix, nabScore, normalise, probationLength, type ScoredSeries, scaledSigmoid } from './nab-score.ts';

/** Anomalies by the Numenta benchmark, and the change of the Nile. */
export const anomaliesGroup: Group = {
  name: 'anomalies',
  cases: (folders) => [...scorer(folders), ...published(folders), ...detector(folders), ...nile(folders), ...tukey(folders)],
};

const groups: Readonly<Record<string, readonly string[]>> = {
  artificialWithAnomaly: [
    'art_daily_flatmiddle',
    'art_daily_jumpsdown',
    'art_daily_jumpsup',
    'art_daily_nojump',
    'art_increase_spike_density',
    'art_load_balancer_spikes',
  ],
  realKnownCause: [
    'ambient_temperature_system_failure',
    'cpu_utilization_asg_misconfiguration',
    'ec2_request_latency_system_failure',
    'machine_temperature_system_failure',
    'nyc_taxi',
    'rogue_agent_key_hold',
    'rogue_agent_key_updown',
  ],
};

type Windows = Readonly<Record<string, readonly (readonly [string, string])[]>>;

function windowsOf(folders: Folders): Windows {
  return JSON.parse(folders.text('nab/labels/combined_windows.json'));
}

/** The rules of the scorer as the reference writes them down. */
function scorer(folders: Folders): Case[] {
  const expected = folders.reference('nab');
  const windows = Object.values(windowsOf(folders));
  const costs: CostMatrix = expected.profiles.standard.CostMatrix;
  const silent: ScoredSeries = { scores: new Float64Array(100), windows: [[50, 59]] };
  const prompt: ScoredSeries = { scores: Float64Array.from({ length: 100 }, (_, i) => (i === 50 ? 1 : 0)), windows: [[50, 59]] };
  const given: Record<string, { CostMatrix: Record<string, number> }> = JSON.parse(folders.text('nab/labels/profiles.json'));
  return [
    ...casesOf(
      'NAB windows',
      [expected.windows.files, expected.windows.files_with_anomaly, expected.windows.windows],
      () => [windows.length, windows.filter(({ length }) => length > 0).length, windows.reduce((sum, { length }) => sum + length, 0)],
      { absolute: 0 },
    ),
    ...casesOf('NAB sigmoid', [2 / (1 + Math.exp(-5)) - 1, 0, -1], () => [-1, 0, 3].map(scaledSigmoid), { absolute: 1e-15 }),
    ...casesOf('NAB probation', [604, 750], () => [4032, 22_695].map(probationLength), { absolute: 0 }),
    { method: 'NAB perfect', reference: expected.perfect, ours: () => nabScore([prompt], costs).normalised, tolerance: { absolute: 1e-9 } },
    { method: 'NAB null', reference: expected.null, ours: () => nabScore([silent], costs).normalised, tolerance: { absolute: 1e-9 } },
    ...Object.entries(expected.profiles as Record<string, Reference>).flatMap(([profile, { CostMatrix: matrix }]) =>
      casesOf(
        `NAB profile ${profile}`,
        Object.values(matrix as Record<string, number>),
        () => Object.keys(matrix).map((name) => given[profile]?.CostMatrix[name] ?? Number.NaN),
        { absolute: 0 },
      ),
    ),
  ];
}

/** The source keeps thresholds of another run for these, so that its two tables do not belong together. */
const ofAnotherRun = new Set(['htmjava', 'knncad', 'random', 'twitterADVec', 'windowedGaussian']);

/** Published scores, normalised from the published raw ones. */
function published(folders: Folders): Case[] {
  const { final_results: final, optimised_thresholds: raw, profiles, windows, readme_only: readme } = folders.reference('nab');
  const known: Record<string, Record<string, number>> = { ...final, bayesChangePt: readme.bayesChangePt };
  return Object.entries(known)
    .filter(([name]) => !ofAnotherRun.has(name))
    .flatMap(([name, scores]) =>
      Object.entries(scores).map(
        ([profile, reference]): Case => ({
          method: `NAB ${name} ${profile}`,
          reference,
          ours: () => normalise(raw[name][profile].score, windows.windows, profiles[profile].CostMatrix),
          tolerance: { absolute: name === 'bayesChangePt' ? 0.06 : 1e-6 },
        }),
      ),
    );
}

/** Ours over the two groups, in one pass, with the same options for all: seasons of a day and a week. */
function detector(folders: Folders): Case[] {
  const { profiles } = folders.reference('nab');
  const windows = windowsOf(folders);
  let known: readonly ScoredSeries[] | null = null;
  const scored = () => {
    known ??= Object.entries(groups).flatMap(([group, names]) =>
      names.map((name) => scoredSeries(folders, `${group}/${name}.csv`, windows[`${group}/${name}.csv`] ?? [])),
    );
    return known;
  };
  const gate: Case = {
    method: 'NAB of ours, two groups, standard',
    reference: 55,
    ours: () => nabScore(scored(), profiles.standard.CostMatrix).normalised,
    tolerance: 'at least',
  };
  const others = ['reward_low_FP_rate', 'reward_low_FN_rate'].map(
    (profile): Case => ({
      method: `NAB of ours, two groups, ${profile}`,
      reference: 50,
      ours: () => nabScore(scored(), profiles[profile].CostMatrix).normalised,
      tolerance: 'at least',
    }),
  );
  return [gate, ...others];
}

function scoredSeries(folders: Folders, path: string, labels: readonly (readonly [string, string])[]): ScoredSeries {
  const table = folders.table(`nab/data/${path}`);
  const [texts, values] = [table.timestamp ?? [], numbers(table.value)];
  const seconds = texts.map((text) => Date.parse(`${text.replace(' ', 'T')}Z`) / 1000);
  const stepSeconds = quantile(
    seconds.slice(1, 200).map((time, i) => time - (seconds[i] ?? 0)),
    0.5,
  );
  const day = Math.round(86_400 / stepSeconds);
  const stream = anomalyStream({
    periods: [day, 7 * day],
    blockSteps: Math.min(day, Math.max(10, Math.floor(probationLength(values.length) / 2))),
  });
  const at = (label: string) => texts.indexOf(label.slice(0, 19));
  return {
    scores: values.map((value, i) => stream.next(value, Math.floor((seconds[i] ?? 0) / stepSeconds)).news),
    windows: labels.map(([from, until]) => [at(from), at(until)] as const),
  };
}

/** ClickHouse's example. */
function tukey(folders: Folders): Case[] {
  const examples = folders.reference('published').clickhouse_doc_examples;
  const [call = ''] = Object.keys(examples).filter((name) => name.startsWith('seriesOutliersDetectTukey'));
  const series: number[] = JSON.parse(call.slice(call.indexOf('['), call.lastIndexOf(']') + 1));
  const ours = () => {
    const { outliers } = tukeyOutliers(series, { definition: 'hazen' });
    return series.map((_, i) => outliers.find(({ index }) => index === i)?.beyond ?? 0);
  };
  return casesOf('Tukey, ClickHouse', examples[call], ours, { absolute: 1e-12 });
}

/** Cobb 1978, The problem of the Nile: the flow fell after 1898. */
function nile(folders: Folders): Case[] {
  const table = folders.table('timeseries/Nile.csv');
  const years = numbers(table.time);
  const flow = numbers(table.value);
  return [
    ...casesOf(
      'Nile, year before the change',
      [1898, 1898],
      () => [(years[changePoint(flow, { seed: 1 }).at] ?? 0) - 1, (years[changePoints(flow).changes[0] ?? 0] ?? 0) - 1],
      {
        absolute: 0,
      },
    ),
    { method: 'Nile, number of changes', reference: 1, ours: () => changePoints(flow).changes.length, tolerance: { absolute: 0 } },
  ];
}
