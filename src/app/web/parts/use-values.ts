import { useQuery } from '@tanstack/react-query';
import { nameValue } from '../../../catalog/locales/names.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';

/** A value of a dimension as a choice: what it is called, and how many rows have it. */
export interface ValueChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values of a dimension, most frequent first, without "not known". @param asReported as the sources say them, without the merges of the house */
export function useValues(dimension: string, asReported = false): readonly ValueChoice[] {
  const reader = useReader();
  const { data } = useQuery({
    queryKey: ['dimensionValues', dimension, asReported],
    queryFn: ({ signal }) => call('dimensionValues', { name: dimension, limit: 1000, asReported: String(asReported) }, signal),
  });
  return (data ?? [])
    .filter(({ value }) => value !== '')
    .map(({ value, name, count }) => ({ value, label: name === value || name === '' ? nameValue(dimension, value, reader) : name, count }));
}
