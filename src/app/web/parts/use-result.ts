import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueryInput } from '../../../core/model/query.ts';
import { call } from './call.ts';

/** The answer to a question. While another period or filter is asked for, the last answer stays. */
export function useResult(query: QueryInput) {
  return useQuery({
    queryKey: ['query', JSON.stringify(query)],
    queryFn: ({ signal }) => call('query', query, signal),
    placeholderData: keepPreviousData,
  });
}
