import type { Metric, Topic } from '../../core/model/metric.ts';

const topicOfDataset: Readonly<Record<string, Topic>> = {
  ticket_slas: 'sla',
  answers: 'surveys',
  invitations: 'surveys',
  reviews: 'quality',
};

/** The chapter of the glossary in which a metric stands: its own, else by its dataset, else times are speed, counts volume and the rest outcome. */
export function topicOf(metric: Metric): Topic {
  const ofDataset = metric.kind === 'composed' ? undefined : topicOfDataset[metric.dataset.name];
  const known = metric.topic ?? ofDataset;
  if (known !== undefined) return known;
  if (metric.unit === 'durationMs') return 'speed';
  return metric.unit === 'count' ? 'volume' : 'outcome';
}
