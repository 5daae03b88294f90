import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatShort } from '../../../catalog/charts/format-number.ts';
import { nameValue } from '../../../catalog/locales/names.ts';
import type { Operator } from '../../../core/model/operator.ts';
import { operators } from '../../../core/model/operator.ts';
import type { Filter } from '../../../core/model/query.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';

export interface FilterFormProps {
  /** The filter to change; null makes a new one. */
  readonly filter: Filter | null;
  readonly onApply: (filter: Filter) => void;
}

/** Chooses what to filter by, how, and which values. */
export function FilterForm({ filter, onApply }: FilterFormProps) {
  const reader = useReader();
  const { say, names } = reader;
  const [dimension, setDimension] = useState(filter?.dimension ?? null);
  const [operator, setOperator] = useState<Operator>(filter?.operator ?? 'any of');
  const [values, setValues] = useState<readonly string[]>(filter?.values ?? []);
  const takesValues = operator !== 'is empty' && operator !== 'is not empty';
  const many = dimension !== null && names.dimensions[dimension]?.many === true;
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Select
        label={say('filter.choose')}
        data={Object.entries(names.dimensions).map(([value, { label }]) => ({ value, label }))}
        value={dimension}
        onChange={(chosen) => {
          setDimension(chosen);
          setValues([]);
        }}
        searchable
        comboboxProps={{ withinPortal: false }}
        data-autofocus
      />
      {dimension !== null && (
        <Select
          label={say('filter.condition')}
          data={operators.filter((each) => many || each !== 'all of').map((each) => ({ value: each, label: say(`operator.${each}`) }))}
          value={operator}
          allowDeselect={false}
          onChange={(chosen) => setOperator(operators.find((each) => each === chosen) ?? 'any of')}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      {dimension !== null && takesValues && <ValueChoices dimension={dimension} values={values} onChange={setValues} />}
      <Button
        disabled={dimension === null || (takesValues && values.length === 0)}
        onClick={() => dimension !== null && onApply({ dimension, operator, values: takesValues ? [...values] : [] })}
      >
        {say('action.apply')}
      </Button>
    </div>
  );
}

interface ValueChoicesProps {
  readonly dimension: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function ValueChoices({ dimension, values, onChange }: ValueChoicesProps) {
  const reader = useReader();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const { data, error } = useQuery({
    queryKey: ['dimensionValues', dimension, search],
    queryFn: ({ signal }) => call('dimensionValues', { name: dimension, search, limit: 50 }, signal),
    placeholderData: keepPreviousData,
  });
  const found = data ?? [];
  const chosenElsewhere = values
    .filter((value) => !found.some((each) => each.value === value))
    .map((value) => ({ value, name: '', count: 0 }));
  const toggle = (value: string) => onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return (
    <>
      <TextInput
        placeholder={reader.say('filter.search')}
        aria-label={reader.say('filter.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="choices">
        {[...chosenElsewhere, ...found].map(({ value, name, count }) => (
          <Checkbox
            key={value}
            size="xs"
            checked={values.includes(value)}
            onChange={() => toggle(value)}
            label={
              <>
                {nameValue(dimension, value, reader, name === '' ? {} : { [value]: name })}{' '}
                <span className="quiet">{count > 0 ? formatShort(count, reader.locale) : ''}</span>
              </>
            }
          />
        ))}
        {data?.length === 0 && <span className="quiet">{reader.say('filter.noMatch')}</span>}
        {error !== null && <span role="alert">{sayFault(error, reader.say)}</span>}
      </div>
    </>
  );
}
