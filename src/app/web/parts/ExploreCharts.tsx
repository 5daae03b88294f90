import { Button } from '@mantine/core';
import { chartMisfit, chosenCharts, fittingChart } from '../../../catalog/charts/fitting-charts.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { exploreShape } from './explore-shape.ts';
import { useReader } from './language.ts';
import { useExploreSearch } from './use-explore-search.ts';

/** How the answer is drawn. A chart that does not fit says what it needs. */
export function ExploreCharts() {
  const { say, names, locale } = useReader();
  const [search, change] = useExploreSearch();
  const shape = exploreShape(search, names);
  const chosen = fittingChart(search.chart, shape);
  const misfits = chosenCharts.flatMap((chart) => {
    const misfit = chartMisfit(chart, shape);
    return misfit === null ? [] : [{ chart, misfit }];
  });
  return (
    <fieldset className="chart-choices">
      <legend>{say('explore.chart')}</legend>
      {chosenCharts.map((chart) => {
        const misfit = misfits.find((each) => each.chart === chart)?.misfit;
        return (
          <Button
            key={chart}
            size="compact-sm"
            variant={chart === chosen ? 'light' : 'default'}
            aria-pressed={chart === chosen}
            disabled={misfit !== undefined}
            onClick={() => change({ chart })}
          >
            {say(`chartName.${chart}`)}
          </Button>
        );
      })}
      {misfits.length > 0 && (
        <details className="misfits quiet">
          <summary>{say('explore.whyNot')}</summary>
          <ul>
            {misfits.map(({ chart, misfit }) => (
              <li key={chart}>{namePair(say(`chartName.${chart}`), say(`misfit.${misfit}`), locale)}</li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}
