import { QueryClient } from '@tanstack/react-query';
import { CallFault } from './parts/call.ts';

/** Answers of the server. A refusal is final; a failure of the way to the server is tried twice more. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: (count, error) => !(error instanceof CallFault && error.code !== 'unreachable') && count < 2 },
  },
});
