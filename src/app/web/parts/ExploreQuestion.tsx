import { ExploreCharts } from './ExploreCharts.tsx';
import { ExploreGrouping } from './ExploreGrouping.tsx';
import { ExploreMetricCard } from './ExploreMetricCard.tsx';
import { ExploreMetricPicker } from './ExploreMetricPicker.tsx';
import { mostFigures } from './explore-search.ts';
import { useReader } from './language.ts';
import { firstFigure, type MetricFigure, readFigure, writeFigure } from './metric-figure.ts';
import { useExploreSearch } from './use-explore-search.ts';

/** Everything that a question consists of beside period, comparison and filters, which stand above. */
export function ExploreQuestion() {
  const { say, names } = useReader();
  const [search, change] = useExploreSearch();
  const spellings = search.metrics ?? [];
  const put = (index: number, figure: MetricFigure | null) =>
    change({ metrics: spellings.flatMap((spelling, at) => (at !== index ? spelling : figure === null ? [] : writeFigure(figure))) });
  return (
    <section className="panel stack explore-question" aria-label={say('explore.question')}>
      {spellings.map((spelling, index) => (
        <ExploreMetricCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure may be asked twice with other choices
          key={index}
          figure={readFigure(spelling, names)}
          onChange={(figure) => put(index, figure)}
          onRemove={() => put(index, null)}
        />
      ))}
      <ExploreMetricPicker
        disabled={spellings.length >= mostFigures}
        onPick={(metric) => change({ metrics: [...spellings, firstFigure(metric, names)] })}
      />
      {spellings.length >= mostFigures && <span className="quiet">{say('explore.most')}</span>}
      <ExploreGrouping figures={spellings.map((spelling) => readFigure(spelling, names))} />
      <ExploreCharts />
    </section>
  );
}
