import { Select, TextInput } from '@mantine/core';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { encodings, type Mapping, mappingSchema, type Separator, separators, targetNames } from '../../../core/import/mapping.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { sayRemark } from './say-remark.ts';
import { ZoneSelect } from './ZoneSelect.tsx';

const separatorWords: Readonly<Record<Separator, WordKey>> = {
  ',': 'import.comma',
  ';': 'import.semicolon',
  '\t': 'import.tab',
  '|': 'import.pipe',
};

export interface FileFormProps {
  readonly preview: Output<'previewImport'>;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  /** The file must be read anew, since what is in it is now read otherwise. */
  readonly onReread: (mapping: Mapping) => void;
}

/** How the file is written, as detected: shape of a row, encoding, separator, order of dates, zone, decimals. */
export function FileForm({ preview, mapping, onChange, onReread }: FileFormProps) {
  const { say } = useReader();
  const choose = <K extends keyof Mapping>(key: K, value: string | null) => {
    const changed = mappingSchema.safeParse({ ...mapping, [key]: value });
    if (changed.success) onReread(changed.data);
  };
  const targets = targetNames.filter((name) => preview.targets.includes(name) || name === mapping.target);
  const field = { allowDeselect: false, size: 'xs' } as const;
  return (
    <section className="panel">
      <h2>{say('import.detected')}</h2>
      <div className="file-form">
        <Select
          {...field}
          label={say('import.shape')}
          data={targets.map((value) => ({ value, label: say(`shape.${value}`) }))}
          value={mapping.target}
          onChange={(value) => choose('target', value)}
        />
        <TextInput
          size="xs"
          label={say('import.source')}
          value={mapping.source}
          onChange={(event) => onChange({ ...mapping, source: event.currentTarget.value })}
        />
        {preview.isText && (
          <Select
            {...field}
            label={say('import.encoding')}
            data={[...encodings]}
            value={mapping.encoding}
            onChange={(value) => choose('encoding', value)}
          />
        )}
        {preview.isText && mapping.format === 'csv' && (
          <Select
            {...field}
            label={say('import.separator')}
            data={separators.map((value) => ({ value, label: say(separatorWords[value]) }))}
            value={mapping.separator}
            onChange={(value) => choose('separator', value)}
          />
        )}
        <Select
          {...field}
          label={say('import.dateOrder')}
          data={(['dmy', 'mdy'] as const).map((value) => ({ value, label: say(`import.${value}`) }))}
          value={mapping.dateOrder}
          onChange={(value) => choose('dateOrder', value)}
        />
        <ZoneSelect label={say('import.zone')} value={mapping.zone} onChange={(value) => choose('zone', value)} />
        <Select
          {...field}
          label={say('import.decimal')}
          data={['.', ',']}
          value={mapping.decimal}
          onChange={(value) => choose('decimal', value)}
        />
      </div>
      <Remarks remarks={preview.remarks} />
    </section>
  );
}

function Remarks({ remarks }: { readonly remarks: FileFormProps['preview']['remarks'] }) {
  const { say } = useReader();
  if (remarks.length === 0) return null;
  return (
    <ul className="quiet">
      {remarks.map((remark) => (
        <li key={remark.text}>{sayRemark(remark, say)}</li>
      ))}
    </ul>
  );
}
