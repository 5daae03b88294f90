import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type ExploreChange, type ExploreSearch, firstQuestion, readExploreSearch } from './explore-search.ts';

/** The address of Explore, and how to change it. */
export function useExploreSearch(): [ExploreSearch, (change: ExploreChange) => void] {
  const given = useSearch({ strict: false });
  const search = useMemo(() => {
    const read = readExploreSearch({ ...given });
    return read.metrics === undefined ? { ...read, ...firstQuestion } : read;
  }, [given]);
  const navigate = useNavigate();
  return [
    search,
    (change) => {
      const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined));
      void navigate({ to: '.', search: next as object, resetScroll: false });
    },
  ];
}
