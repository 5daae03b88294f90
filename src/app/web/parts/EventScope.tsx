import { Select } from '@mantine/core';
import type { CalendarEvent as CalendarEntry } from '../../../core/model/endpoints/calendar-endpoints.ts';
import { useReader } from './language.ts';
import { useValues } from './use-values.ts';

type Scope = CalendarEntry['scope'];

export interface EventScopeProps {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** Dimensions that an event is commonly limited to. */
const scoped = ['team', 'category', 'channel', 'product', 'region', 'country', 'carrier', 'language', 'source', 'tag'];

/** The part of the facts that an event touches: everything, or one value of a dimension. */
export function EventScope({ scope, onChange }: EventScopeProps) {
  const { say, names } = useReader();
  const choices = scoped.filter((name) => name in names.dimensions);
  return (
    <div className="fields">
      <Select
        size="xs"
        label={say('events.scope')}
        placeholder={say('events.everything')}
        clearable
        data={choices.map((name) => ({ value: name, label: names.dimensions[name]?.label ?? name }))}
        value={scope?.dimension ?? null}
        onChange={(dimension) => onChange(dimension === null ? null : { dimension, value: '' })}
      />
      {scope !== null && <ScopeValue scope={scope} onChange={onChange} />}
    </div>
  );
}

function ScopeValue({ scope, onChange }: { readonly scope: NonNullable<Scope>; readonly onChange: (scope: Scope) => void }) {
  const { names } = useReader();
  const values = useValues(scope.dimension);
  return (
    <Select
      size="xs"
      label={names.dimensions[scope.dimension]?.label ?? scope.dimension}
      data={values.map(({ value, label }) => ({ value, label }))}
      value={scope.value === '' ? null : scope.value}
      searchable
      onChange={(value) => onChange({ ...scope, value: value ?? '' })}
    />
  );
}
