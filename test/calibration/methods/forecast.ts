import { ljungBoxTest } from '../../../src/core/stats/forecast/autocorrelation.ts';
import { automaticForecast } from '../../../src/core/stats/forecast/automatic-forecast.ts';
import { calendarForecast } from '../../../src/core/stats/forecast/calendar-forecast.ts';
import { combineForecasts } from '../../../src/core/stats/forecast/combine-forecasts.ts';
import { fitEts } from '../../../src/core/stats/forecast/fit-ets.ts';
import { fitSarima } from '../../../src/core/stats/forecast/fit-sarima.ts';
import type { Forecast } from '../../../src/core/stats/forecast/forecast.ts';
import { forecastEts } from '../../../src/core/stats/forecast/forecast-ets.ts';
import { forecastSarima } from '../../../src/core/stats/forecast/forecast-sarima.ts';
import {
  driftForecast,
  meanForecast,
  naive2Forecast,
  naiveForecast,
  seasonalNaiveForecast,
} from '../../../src/core/stats/forecast/naive-forecasts.ts';
import { seasonalMeanForecast } from '../../../src/core/stats/forecast/seasonal-mean-forecast.ts';
import { stlForecast } from '../../../src/core/stats/forecast/stl-forecast.ts';
import { thetaForecast } from '../../../src/core/stats/forecast/theta-forecast.ts';
import { dickeyFullerTest, kpssStatistic } from '../../../src/core/stats/forecast/unit-root-tests.ts';
import type { Random } from '../../../src/core/stats/random.ts';
import type { Simulation } from './simulation.ts';

type Draw = (random: Random, n: number) => Float64Array;

const noise: Draw = (random, n) => new Float64Array(n).map(() => 100 + random.normal());

/** A random walk with so much drift a step. */
const walk =
  (drift: number): Draw =>
  (random, n) => {
    let at = 100;
    return new Float64Array(n).map(() => {
      at += drift + random.normal();
      return at;
    });
  };

/** A level that wanders, seen with noise: what simple smoothing with α near 0.3 is made for; with a season of fixed size where `season` is above 0. */
const wanderingLevel =
  (season: number): Draw =>
  (random, n) => {
    let [level, error] = [100, 0];
    return new Float64Array(n).map((_, t) => {
      level += 0.3 * error;
      error = random.normal();
      return level + error + season * Math.sin((Math.PI * t) / 2);
    });
  };

/** Walks of each of four quarters. */
const fourWalks: Draw = (random, n) => {
  const last = [100, 120, 90, 110];
  return new Float64Array(n).map((_, t) => {
    last[t % 4] = (last[t % 4] ?? 0) + random.normal();
    return last[t % 4] ?? 0;
  });
};

/** Whether the value `ahead` steps after the first `past` lies within. */
function covers(
  name: string,
  draw: Draw,
  past: number,
  ahead: number,
  forecast: (series: Float64Array, horizon: number) => Forecast,
): Simulation {
  return {
    name: `${name}, ${ahead} ahead of ${past}`,
    kind: 'covers',
    level: 0.95,
    run: (random) => {
      const series = draw(random, past + ahead);
      const { low, high } = forecast(series.subarray(0, past), ahead);
      const value = series.at(-1) ?? Number.NaN;
      return value >= (low.at(-1) ?? Number.NaN) && value <= (high.at(-1) ?? Number.NaN);
    },
  };
}

const line: Draw = (random, n) => new Float64Array(n).map((_, t) => 50 + 0.5 * t + random.normal());

const counts: Draw = (random, n) => new Float64Array(n).map(() => random.poisson(6));

/** Whether the automatic forecast holds a step of the next four, drawn anew each time. */
function automatic(name: string, draw: Draw, past: number, period = 1): Simulation {
  return {
    name: `automatic forecast of ${name}, 1 to 4 ahead of ${past}`,
    kind: 'covers',
    level: 0.95,
    run: (random) => {
      const series = draw(random, past + 4);
      const step = random.below(4);
      const { low, high } = automaticForecast(series.subarray(0, past), 4, { periods: [period] });
      const value = series[past + step] ?? Number.NaN;
      return value >= (low[step] ?? Number.NaN) && value <= (high[step] ?? Number.NaN);
    },
  };
}

const simple = { error: 'additive', trend: 'none', season: 'none' } as const;
const quarters = { error: 'additive', trend: 'none', season: 'additive' } as const;
const movingAverage = { p: 0, d: 1, q: 1 } as const;

export const simulations: readonly Simulation[] = [
  covers('mean', noise, 30, 3, meanForecast),
  covers('naive', walk(0), 30, 3, naiveForecast),
  covers('drift', walk(0.5), 30, 5, driftForecast),
  covers('naive 2', fourWalks, 40, 2, (series, horizon) => naive2Forecast(series, horizon, 4)),
  covers('two forecasts combined', noise, 30, 3, (series, horizon) =>
    combineForecasts([meanForecast(series, horizon), thetaForecast(series, horizon)], { ends: 'precision' }),
  ),
  covers('seasonal naive', fourWalks, 40, 6, (series, horizon) => seasonalNaiveForecast(series, horizon, 4)),
  covers('seasonal mean', noise, 84, 7, (series, horizon) => seasonalMeanForecast(series, horizon, { periods: [7] })),
  covers('Theta', wanderingLevel(0), 80, 4, (series, horizon) => thetaForecast(series, horizon)),
  covers('ETS(A,N,N)', wanderingLevel(0), 80, 4, (series, horizon) => forecastEts(fitEts(series, simple, { starts: 1 }), horizon)),
  covers('ETS(A,N,A)', wanderingLevel(8), 100, 5, (series, horizon) =>
    forecastEts(fitEts(series, quarters, { period: 4, starts: 1 }), horizon),
  ),
  covers('ARIMA(0,1,1)', wanderingLevel(0), 80, 4, (series, horizon) => forecastSarima(fitSarima(series, movingAverage), horizon)),
  covers('STL and smoothing', wanderingLevel(8), 100, 5, (series, horizon) => stlForecast(series, horizon, { periods: [4] })),
  automatic('a level that wanders', wanderingLevel(0), 40),
  automatic('a random walk', walk(0), 100),
  automatic('a line', line, 40),
  automatic('counts', counts, 40),
  automatic('a short series', wanderingLevel(0), 24),
  automatic('quarters', wanderingLevel(8), 40, 4),
  {
    name: 'effect of an event in a forecast',
    kind: 'covers',
    level: 0.95,
    run: (random) => {
      const series = noise(random, 120).map((value, t) => (t % 20 === 10 ? value - 20 : value));
      const event = { name: 'event', past: series.map((_, t) => (t % 20 === 10 ? 1 : 0)), ahead: [0] };
      const [effect] = calendarForecast(series, 1, [event], {
        origins: 1,
        forecasters: [{ name: 'mean', forecast: meanForecast }],
      }).effects;
      return effect !== undefined && effect.low <= -0.2 && effect.high >= -0.2;
    },
  },
  { name: 'Ljung-Box, 5 lags of 100', kind: 'rejects', level: 0.05, run: (random) => ljungBoxTest(noise(random, 100), 5).pValue < 0.05 },
  {
    name: 'Dickey-Fuller, a random walk of 200',
    kind: 'rejects',
    level: 0.05,
    run: (random) => dickeyFullerTest(walk(0)(random, 200), 'level', 1).pValue < 0.05,
  },
  { name: 'KPSS, noise of 200', kind: 'rejects', level: 0.05, run: (random) => kpssStatistic(noise(random, 200)) > 0.463 },
];
