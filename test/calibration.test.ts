import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { methodsWithIntervals } from './calibration/methods/methods-with-intervals.ts';

/** Why some answers that hold ends need no simulation of their own. */
const handedOn: Readonly<Record<string, string>> = {
  forecastersFor: 'names the forecasters, each of which is simulated',
  backtest: 'holds the forecasts of the forecaster that it is given',
  forecastOrNull: 'answers the forecast of the forecaster that it is given',
  normalForecast: 'writes down the ends of the forecasts that are simulated',
  fitPositive: 'fits the models that are simulated',
  tukeyOutliers: "marks what to look at; a box plot's fences promise no share",
};

describe('npm run calibration -- --methods', () => {
  const methods = methodsWithIntervals(process.cwd());
  const folder = join('test', 'calibration', 'methods');
  const simulated = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^import \{([^}]*)\} from '[./]*src\/core/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  );

  it('knows the methods that print an interval by their types', () => {
    expect(methods).toEqual(
      expect.arrayContaining(['fitCox', 'automaticForecast', 'pearsonCorrelation', 'attributionIntervals', 'keyTerms']),
    );
    expect(methods).not.toContain('quantile');
    expect(Object.keys(handedOn).filter((name) => !methods.includes(name))).toEqual([]);
  });

  it('simulates each of them', () => {
    expect(methods.filter((name) => !simulated.includes(name) && !(name in handedOn))).toEqual([]);
  });
});
