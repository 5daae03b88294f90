import { Select } from '@mantine/core';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { valueTexts } from '../../../catalog/locales/values.ts';
import { durationUnits, instantFormats, type Mapping } from '../../../core/import/mapping.ts';
import { customFieldKinds } from '../../../core/model/custom-field.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { changeColumn, mapColumn } from './map-column.ts';
import { ScoreForm } from './ScoreForm.tsx';

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
        <table className="grid-table stacking">
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
  const { say } = useReader();
  const mapped = mapping.columns.find(({ from }) => from === column.name);
  const field = preview.fields.find(({ name }) => name === mapped?.to);
  const samples = column.samples.slice(0, 3).join(' · ');
  const choices = useFieldChoices(preview, column.name);
  const suggested = preview.suggestedFields.find((each) => each.column === column.name);
  const choose = (to: string | null) => {
    const next = mapColumn(mapping, column.name, to);
    const isNew = to !== null && to === suggested?.to;
    const kind = customFieldKinds.find((each) => each === suggested?.kind) ?? 'label';
    onChange(isNew ? changeColumn(next, column.name, { kind, label: suggested.label }) : next);
  };
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
          data={choices}
          value={mapped?.to ?? null}
          onChange={choose}
        />
      </td>
      <td>
        {field !== undefined && <FormSelect column={column.name} kind={field.kind} mapping={mapping} onChange={onChange} />}
        {(field?.name === 'score' || field?.name === 'csat_score') && (
          <ScoreForm column={column.name} mapping={mapping} onChange={onChange} />
        )}
        {mapped?.to.startsWith('field:') && <KindSelect column={column.name} mapping={mapping} onChange={onChange} />}
      </td>
    </tr>
  );
}

/** Our fields, those of the house, and the one that this column could become. */
function useFieldChoices(preview: Preview, column: string) {
  const { say, locale } = useReader();
  const ours = preview.fields.map(({ name, required }) => ({
    value: name,
    label: required ? say('import.requiredField', { name: nameColumn(name, locale) }) : nameColumn(name, locale),
  }));
  const own = preview.customFields.map(({ name, label }) => ({ value: `field:${name}`, label: say('import.ownField', { label }) }));
  const fresh = preview.suggestedFields
    .filter((each) => each.column === column && !own.some(({ value }) => value === each.to))
    .map(({ to, label }) => ({ value: to, label: say('import.ownField', { label }) }));
  return [...ours, ...own, ...fresh];
}

/** What a field of one's own holds. */
function KindSelect({ column, mapping, onChange }: Omit<FormSelectProps, 'kind'>) {
  const { say } = useReader();
  const mapped = mapping.columns.find(({ from }) => from === column);
  return (
    <Select
      size="xs"
      allowDeselect={false}
      aria-label={`${say('import.fieldKind')}: ${column}`}
      data={customFieldKinds.map((value) => ({ value, label: say(`fieldKind.${value}`) }))}
      value={mapped?.kind ?? 'label'}
      onChange={(chosen) => {
        const kind = customFieldKinds.find((each) => each === chosen);
        if (kind !== undefined) onChange(changeColumn(mapping, column, { kind }));
      }}
    />
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
