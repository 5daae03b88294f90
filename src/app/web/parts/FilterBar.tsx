import { Button, Popover } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { joinValues } from '../../../catalog/locales/join-values.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameDimension, nameValue } from '../../../catalog/locales/names.ts';
import type { Filter } from '../../../core/model/query.ts';
import { useReader } from './language.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useNames } from './use-names.ts';

const FilterForm = lazy(async () => ({ default: (await import('./FilterForm.tsx')).FilterForm }));

/** The filters of the board as chips, and a way to add one. */
export function FilterBar() {
  const { say } = useReader();
  const [search, change] = useBoardSearch();
  const filters = search.filters ?? [];
  const put = (index: number, filter: Filter | null) => {
    const next = filter === null ? filters.filter((_, at) => at !== index) : filters.toSpliced(index, 1, filter);
    change({ filters: next.length > 0 ? next : undefined });
  };
  return (
    <>
      {filters.map((filter, index) => (
        <FilterChip key={`${filter.dimension} ${filter.operator}`} filter={filter} onChange={(next) => put(index, next)} />
      ))}
      <FilterPopover
        label={say('filter.add')}
        face={(open) => (
          <Button variant="default" leftSection={<IconFilter size={16} />} onClick={open}>
            {say('filter.add')}
          </Button>
        )}
        filter={null}
        onApply={(filter) => put(filters.length, filter)}
      />
    </>
  );
}

function FilterChip({ filter, onChange }: { readonly filter: Filter; readonly onChange: (filter: Filter | null) => void }) {
  const reader = useReader();
  const { say, locale } = reader;
  const names = useNames();
  const dimension = nameDimension(filter.dimension, reader);
  const values = filter.values.slice(0, 2).map((value) => nameValue(filter.dimension, value, reader, names));
  const more = filter.values.length - values.length;
  const shown = [joinValues(values, locale), more > 0 ? say('filter.more', { n: more }) : ''].filter((part) => part !== '').join(' ');
  const text =
    filter.operator === 'any of'
      ? namePair(dimension, shown, locale)
      : [dimension, say(`operator.${filter.operator}`), shown].join(' ').trim();
  return (
    <span className="chip">
      <FilterPopover
        label={say('filter.change', { name: dimension })}
        face={(open) => (
          <button type="button" className="chip-text" aria-label={`${say('filter.change', { name: dimension })}: ${text}`} onClick={open}>
            {text}
          </button>
        )}
        filter={filter}
        onApply={onChange}
      />
      <button type="button" className="chip-close" aria-label={say('filter.remove', { name: dimension })} onClick={() => onChange(null)}>
        <IconX size={14} />
      </button>
    </span>
  );
}

interface FilterPopoverProps {
  readonly label: string;
  readonly face: (open: () => void) => ReactElement;
  readonly filter: Filter | null;
  readonly onApply: (filter: Filter) => void;
}

function FilterPopover({ label, face, filter, onApply }: FilterPopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={300} trapFocus>
      <Popover.Target>{face(() => setOpen(!open))}</Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Suspense fallback={<div style={{ height: 120 }} />}>
          <FilterForm
            filter={filter}
            onApply={(chosen) => {
              setOpen(false);
              onApply(chosen);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
