import { chooseEts } from '../../../src/core/stats/forecast/choose-ets.ts';
import { fitEts } from '../../../src/core/stats/forecast/fit-ets.ts';
import { mstl } from '../../../src/core/stats/forecast/mstl.ts';
import { stl } from '../../../src/core/stats/forecast/stl.ts';
import { type Folders, numbers } from '../../references/case.ts';
import type { StatsJob } from './stats-job.ts';

const calls = (folders: Folders) => numbers(folders.table('timeseries/bank_calls.csv.gz').Calls);
const passengers = (folders: Folders) => numbers(folders.table('timeseries/AirPassengers.csv').value);

export const jobs: readonly StatsJob[] = [
  {
    name: 'STL 27,716 points',
    peer: 'statsmodels 2.35 s',
    goalMs: 500,
    prepare: (folders) => {
      const series = calls(folders);
      return () => stl(series, { period: 169 });
    },
  },
  {
    name: 'MSTL 169 + 845',
    peer: 'statsmodels 26.5 s',
    goalMs: 1000,
    prepare: (folders) => {
      const series = calls(folders);
      return () => mstl(series, { periods: [169, 845] });
    },
  },
  {
    name: 'ETS(M,Ad,M), one monthly series',
    peer: 'statsmodels 20 ms',
    goalMs: 10,
    prepare: (folders) => {
      const series = passengers(folders);
      return () => fitEts(series, { error: 'multiplicative', trend: 'damped', season: 'multiplicative' }, { period: 12 });
    },
  },
  {
    name: 'ETS, automatic choice, one monthly series',
    peer: '–',
    goalMs: 100,
    prepare: (folders) => {
      const series = passengers(folders);
      return () => chooseEts(series, { period: 12 });
    },
  },
];
