import { nameValue } from '../../../catalog/locales/names.ts';
import { useReader } from './language.ts';
import { useNames } from './use-names.ts';

/** Says what a value of a dimension is called. */
export function useValueName(): (dimension: string, value: string) => string {
  const reader = useReader();
  const names = useNames();
  return (dimension, value) => nameValue(dimension, value, reader, names);
}
