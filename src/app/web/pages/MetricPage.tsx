import '../styles/metrics.css';
import { createLazyRoute, Link, useParams } from '@tanstack/react-router';
import { topicOf } from '../../../catalog/metrics/topic.ts';
import { Calculator } from '../parts/Calculator.tsx';
import { Definition } from '../parts/Definition.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { MetricBasis } from '../parts/MetricBasis.tsx';
import { MetricExamples } from '../parts/MetricExamples.tsx';
import { MetricWays } from '../parts/MetricWays.tsx';
import { metricNamed } from '../parts/metric-example.ts';
import { firstFigure } from '../parts/metric-figure.ts';

/** One metric: how it is counted, what it says now in each of its ways, worked examples, and a calculator. */
function MetricPage() {
  const { say, locale, names } = useReader();
  const { metric: name } = useParams({ strict: false }) as { metric: string };
  const metric = metricNamed(name);
  if (metric === undefined) return <Frame title={say('metrics.title')}>{say('metric.unknown')}</Frame>;
  return (
    <Frame title={metric.text[locale].label}>
      <div className="stack">
        <div className="row">
          <Link to="/metrics" className="link">
            {say('metric.back')}
          </Link>
          <span className="quiet">{say(`topic.${topicOf(metric)}`)}</span>
          <code className="quiet" lang="en">
            {metric.name}
          </code>
          <div className="spacer" />
          <Link to="/explore" search={{ metrics: [firstFigure(metric.name, names)], grain: 'day' }} className="link">
            {say('metric.explore')}
          </Link>
        </div>
        <div className="metric-columns">
          <div className="stack">
            <section className="panel">
              <MetricBasis metric={metric} />
            </section>
            <section className="panel">
              <Definition name={metric.name} />
            </section>
          </div>
          <div className="stack">
            <MetricWays metric={metric} />
            <Calculator key={metric.name} metric={metric} />
            <MetricExamples metric={metric} />
          </div>
        </div>
      </div>
    </Frame>
  );
}

export const metricPage = createLazyRoute('/metrics/$metric')({ component: MetricPage });
