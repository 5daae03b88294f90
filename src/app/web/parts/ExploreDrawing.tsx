import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { type ChosenChart, panelChart } from '../../../catalog/charts/fitting-charts.ts';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import type { Result } from '../../../core/model/result.ts';
import { answerPanels } from './answer-panels.ts';
import { ExploreFit } from './ExploreFit.tsx';
import { Figure } from './Figure.tsx';
import { useReader } from './language.ts';
import { ResultTable } from './ResultTable.tsx';
import { isDrawable } from './tile-state.ts';
import { useChartContext } from './use-chart-context.ts';
import { useExploreSearch } from './use-explore-search.ts';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

export interface ExploreDrawingProps {
  readonly chart: ChosenChart;
  readonly result: Result;
}

/** An answer drawn: figures where it has no groups, and as many drawings as it has units or metrics. */
export function ExploreDrawing({ chart, result }: ExploreDrawingProps) {
  const [search, change] = useExploreSearch();
  const reader = useReader();
  const shown = search.tables?.includes('explore') ? 'table' : chart;
  const panels = answerPanels(result, shown);
  const pick = ({ metric, group, bucket }: PointTarget) =>
    change({ drill: { tile: 'explore', metric, group, ...(bucket === null ? {} : { bucket }) }, ticket: undefined });
  return (
    <div className="tile-body" style={{ gap: 16 }}>
      {panels.map((panel) => (
        <div key={panel.metrics.map(({ key }) => key).join()} className="tile-body">
          {panels.length > 1 && panel.dimensions.length > 0 && (
            <h3>{panel.metrics.map((metric) => nameMetric(metric, reader)).join(' · ')}</h3>
          )}
          {panel.dimensions.length === 0 && shown !== 'scatter' && (
            <Figure result={panel} onDrill={(metric) => pick({ metric, group: {}, bucket: null })} />
          )}
          <Drawing
            chart={panelChart(
              shown,
              panel.metrics.map(({ unit }) => unit),
            )}
            result={panel}
            onPick={pick}
          />
          {shown === 'scatter' && <ExploreFit result={panel} />}
        </div>
      ))}
    </div>
  );
}

/** Taller than on a board, where many tiles share a page. */
const heights: Readonly<Partial<Record<ChosenChart, number>>> = { line: 320, 'heat-table': 320, number: 60 };

function Drawing({ chart, result, onPick }: ExploreDrawingProps & { readonly onPick: (target: PointTarget) => void }) {
  const reader = useReader();
  const { say } = reader;
  const context = useChartContext(chart, result, chart === 'line');
  if (chart === 'table' && result.rows.length === 0) return null;
  if (chart === 'table') return <ResultTable result={result} context={{ ...context, widthPx: 0 }} onPick={onPick} />;
  if (chart === 'number' && result.buckets.length === 0) return null;
  if (!isDrawable(result)) return <p className="quiet">{say('tile.sparse')}</p>;
  const heightPx = heights[chart];
  const room = <div style={{ minHeight: heightPx ?? 220 }} aria-busy />;
  if (context.frequent === undefined) return room;
  const name = result.metrics.map((metric) => nameMetric(metric, reader)).join(', ');
  return (
    <CatchBoundary getResetKey={() => name} errorComponent={() => <p role="alert">{say('chart.failed')}</p>}>
      <Suspense fallback={room}>
        <Chart
          key={chart}
          chart={chart}
          result={result}
          context={context}
          {...(heightPx === undefined ? {} : { heightPx })}
          label={say('tile.chartKeys', { name })}
          onPick={onPick}
        />
      </Suspense>
    </CatchBoundary>
  );
}
