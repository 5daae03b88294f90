import { Select } from '@mantine/core';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { valueTexts } from '../../../catalog/locales/values.ts';
import { durationUnits, instantFormats, type Mapping } from '../../../core/import/mapping.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { changeColumn, mapColumn } from './map-column.ts';

type Preview = Output<'previewImport'>;

export interface ColumnMapProps {
  readonly preview: Preview;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column of the file is which field of ours. */
export function ColumnMap({ preview, mapping, onChange }: ColumnMapProps) {
  const { say } = useReader();
  return (
    <section className="panel">
      <h2>{say('import.columns')}</h2>
      <div className="scroll">
        <table className="grid-table">
          <thead>
            <tr>
              {(['import.column', 'import.samples', 'import.field', 'import.form'] as const).map((key) => (
                <th key={key} scope="col">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sourceColumns.map((column) => (
              <ColumnRow key={column.name} column={column} preview={preview} mapping={mapping} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ColumnRow({ column, preview, mapping, onChange }: ColumnMapProps & { readonly column: Preview['sourceColumns'][number] }) {
  const { say, locale } = useReader();
  const mapped = mapping.columns.find(({ from }) => from === column.name);
  const field = preview.fields.find(({ name }) => name === mapped?.to);
  const samples = column.samples.slice(0, 3).join(' · ');
  return (
    <tr>
      <td>{column.name}</td>
      <td className="quiet" title={samples}>
        {samples}
      </td>
      <td>
        <Select
          size="xs"
          searchable
          clearable
          aria-label={`${say('import.field')}: ${column.name}`}
          placeholder={say('import.notUsed')}
          data={preview.fields.map(({ name, required }) => ({
            value: name,
            label: required ? `${nameColumn(name, locale)} (${say('import.required')})` : nameColumn(name, locale),
          }))}
          value={mapped?.to ?? null}
          onChange={(to) => onChange(mapColumn(mapping, column.name, to))}
        />
      </td>
      <td>{field !== undefined && <FormSelect column={column.name} kind={field.kind} mapping={mapping} onChange={onChange} />}</td>
    </tr>
  );
}

interface FormSelectProps {
  readonly column: string;
  readonly kind: string;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

function FormSelect({ column, kind, mapping, onChange }: FormSelectProps) {
  const { say, locale } = useReader();
  const mapped = mapping.columns.find(({ from }) => from === column);
  const name = (value: string) => ({ value, label: valueTexts.form?.[value]?.[locale] ?? value });
  const shared = { size: 'xs', 'aria-label': `${say('import.form')}: ${column}` } as const;
  if (kind === 'instant') {
    const choose = (value: string | null) => {
      const format = instantFormats.find((each) => each === value);
      if (format !== undefined) onChange(changeColumn(mapping, column, { format }));
    };
    return <Select {...shared} allowDeselect={false} data={instantFormats.map(name)} value={mapped?.format ?? 'text'} onChange={choose} />;
  }
  if (kind === 'duration') {
    const choose = (value: string | null) => {
      const unit = durationUnits.find((each) => each === value);
      if (unit !== undefined) onChange(changeColumn(mapping, column, { unit }));
    };
    return <Select {...shared} data={durationUnits.map(name)} value={mapped?.unit ?? null} onChange={choose} />;
  }
  return null;
}
