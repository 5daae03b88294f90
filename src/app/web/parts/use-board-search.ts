import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type PageSearch, readSearch } from './page-search.ts';

type Change = { readonly [K in keyof PageSearch]?: PageSearch[K] | undefined };

/** What the address of a page with figures says, and how to change it. Each change is a step that Back takes back, unless it replaces the last one. */
export function useBoardSearch(): [PageSearch, (change: Change, replace?: boolean) => void] {
  const given = useSearch({ from: '__root__' });
  const search = useMemo(() => readSearch({ ...given }), [given]);
  const navigate = useNavigate();
  return [
    search,
    (change, replace = false) => {
      void navigate({
        to: '.',
        search: (before: object) =>
          Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)) as PageSearch,
        resetScroll: false,
        replace,
      });
    },
  ];
}
