import { MultiSelect } from '@mantine/core';
import { useValues } from './use-values.ts';

export interface ValuesInputProps {
  readonly label: string;
  readonly dimension: string;
  readonly values: readonly string[];
  readonly placeholder?: string;
  readonly onChange: (values: string[]) => void;
}

/** Some values of a dimension, chosen from those that occur; one that no longer occurs stays. */
export function ValuesInput({ label, dimension, values, placeholder, onChange }: ValuesInputProps) {
  const known = useValues(dimension, true);
  const gone = values.filter((value) => !known.some((each) => each.value === value)).map((value) => ({ value, label: value }));
  return (
    <MultiSelect
      size="xs"
      label={label}
      data={[...known.map(({ value, label: name }) => ({ value, label: name })), ...gone]}
      value={[...values]}
      searchable
      clearable
      hidePickedOptions
      {...(placeholder !== undefined && values.length === 0 ? { placeholder } : {})}
      onChange={onChange}
    />
  );
}
