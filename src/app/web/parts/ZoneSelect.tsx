import { Select } from '@mantine/core';

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export interface ZoneSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** A time zone by its IANA name. */
export function ZoneSelect({ label, value, onChange }: ZoneSelectProps) {
  const data = value === '' || zones.includes(value) ? zones : [value, ...zones];
  return (
    <Select
      size="xs"
      label={label}
      data={[...data]}
      value={value === '' ? null : value}
      searchable
      allowDeselect={false}
      limit={50}
      onChange={(zone) => onChange(zone ?? '')}
    />
  );
}
