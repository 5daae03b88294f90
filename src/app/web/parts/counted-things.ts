import type { Names } from '../../../catalog/locales/names.ts';

/** What a metric counts, as the keys of words end. */
export type CountedThings = 'Tickets' | 'Answers' | 'Surveys';

/** What a metric rests on: surveys that were sent, answers of customers, or else tickets. */
export function countedThings(metric: string, names: Names): CountedThings {
  const datasets = names.metrics[metric]?.datasets ?? [];
  if (datasets.length === 0 || datasets.some((dataset) => dataset !== 'answers' && dataset !== 'invitations')) return 'Tickets';
  return datasets.includes('invitations') ? 'Surveys' : 'Answers';
}
