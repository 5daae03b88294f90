import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PageSearch } from './page-search.ts';

type Change = { readonly [K in keyof PageSearch]?: PageSearch[K] | undefined };

/** The address of a board, and how to change it. Each change is a step that Back takes back. */
export function useBoardSearch(): [PageSearch, (change: Change) => void] {
  const search = useSearch({ from: '/boards/$board' });
  const navigate = useNavigate({ from: '/boards/$board' });
  return [
    search,
    (change) => {
      void navigate({
        search: (before) =>
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)) as PageSearch,
        resetScroll: false,
      });
    },
  ];
}
