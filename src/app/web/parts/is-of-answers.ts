import type { Names } from '../../../catalog/locales/names.ts';

const datasetsOfAnswers: ReadonlySet<string> = new Set(['answers', 'invitations']);

/** Whether a metric rests on answers of customers and not on tickets. */
export function isOfAnswers(metric: string, names: Names): boolean {
  const datasets = names.metrics[metric]?.datasets ?? [];
  return datasets.length > 0 && datasets.every((dataset) => datasetsOfAnswers.has(dataset));
}
