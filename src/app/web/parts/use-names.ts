import { useQueries } from '@tanstack/react-query';
import { call } from './call.ts';

const named = ['agent', 'team'] as const;

/** The names of agents and teams by id. */
export function useNames(): Readonly<Record<string, string>> {
  return useQueries({
    queries: named.map((name) => ({
      queryKey: ['dimensionValues', name],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('dimensionValues', { name, limit: 1000 }, signal),
    })),
    combine: (answers) => Object.fromEntries(answers.flatMap(({ data }) => data ?? []).map(({ value, name }) => [value, name])),
  });
}
