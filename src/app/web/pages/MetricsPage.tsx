import '../styles/metrics.css';
import { TextInput } from '@mantine/core';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { metrics } from '../../../catalog/metrics/index.ts';
import { topicOf } from '../../../catalog/metrics/topic.ts';
import { type Metric, topics } from '../../../core/model/metric.ts';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';

/** The glossary: every metric in its chapter, found by name or definition in the reader's language. */
function MetricsPage() {
  const { say, locale } = useReader();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const found = metrics.filter(({ name, text }) =>
    `${name} ${text[locale].label} ${text[locale].definition}`.toLocaleLowerCase(locale).includes(wanted),
  );
  return (
    <Frame title={say('metrics.title')}>
      <div className="stack">
        <div className="row">
          <span className="quiet">{say('metrics.intro')}</span>
          <div className="spacer" />
          <TextInput
            aria-label={say('metrics.search')}
            placeholder={say('metrics.search')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        {topics.map((topic) => {
          const own = found.filter((metric) => topicOf(metric) === topic);
          return own.length === 0 ? null : (
            <section key={topic} aria-labelledby={`topic-${topic}`}>
              <h2 id={`topic-${topic}`} className="topic">
                {say(`topic.${topic}`)}
              </h2>
              <div className="metric-cards">
                {own.map((metric) => (
                  <MetricCard key={metric.name} metric={metric} />
                ))}
              </div>
            </section>
          );
        })}
        {found.length === 0 && <p className="quiet">{say('metric.noMatch')}</p>}
      </div>
    </Frame>
  );
}

function MetricCard({ metric }: { readonly metric: Metric }) {
  const { locale } = useReader();
  const { label, definition } = metric.text[locale];
  return (
    <Link to={`/metrics/${metric.name}` as '/metrics'} className="panel metric-card">
      <strong>{label}</strong>
      <span>{definition}</span>
    </Link>
  );
}

export const metricsPage = createLazyRoute('/metrics')({ component: MetricsPage });
