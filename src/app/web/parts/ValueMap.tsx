import { Select } from '@mantine/core';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { joinSentences } from '../../../catalog/locales/join-sentences.ts';
import type { Mapping, Scale } from '../../../core/import/mapping.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { mapValue } from './map-column.ts';
import { nameCell } from './name-cell.ts';

export interface ValueMapProps {
  readonly preview: Output<'previewImport'>;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const mostSteps = 101;

interface Word {
  readonly field: string;
  readonly column: string;
  readonly value: string;
  readonly count: number | null;
}

/** Which word of the file is which word of ours; those that are not mapped come first. Nothing when no field takes only our words. */
export function ValueMap({ preview, mapping, onChange }: ValueMapProps) {
  const { say, locale } = useReader();
  const words = wordsOf(preview, mapping);
  if (words.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say('import.values')}</h2>
      <p className="quiet">
        {joinSentences(
          [say('import.valuesHint'), ...(preview.unmapped.length > 0 ? [say('import.notMapped', { count: preview.unmapped.length })] : [])],
          locale,
        )}
      </p>
      <div className="scroll">
        <table className="grid-table stacking">
          <tbody>
            {words.map((word) => (
              <tr key={`${word.column} ${word.value}`}>
                <td>{word.column}</td>
                <td>
                  {word.value} {word.count !== null && <span className="quiet">× {formatCount(word.count, locale)}</span>}
                </td>
                <td>{nameColumn(word.field, locale)}</td>
                <td>
                  <WordSelect word={word} preview={preview} mapping={mapping} onChange={onChange} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function WordSelect({ word, preview, mapping, onChange }: ValueMapProps & { readonly word: Word }) {
  const reader = useReader();
  const mapped = mapping.columns.find(({ from }) => from === word.column);
  const words = preview.fields.find(({ name }) => name === word.field)?.values ?? [];
  const allowed = mapped?.scale ? stepsOf(mapped.scale) : words;
  const context = { reader, zone: 'UTC', names: {} };
  const current = mapped?.values?.[word.value] ?? null;
  return (
    <Select
      size="xs"
      clearable
      aria-label={`${word.column}: ${word.value}`}
      placeholder={reader.say('import.leaveEmpty')}
      data={allowed.map((value) => ({ value, label: nameCell(word.field, value, context) }))}
      value={current}
      onChange={(ours) => onChange(mapValue(mapping, word.column, word.value, ours))}
    />
  );
}

/** The answers that a scale has, for words that stand for one. */
function stepsOf({ min, max, step }: Scale): string[] {
  return Array.from({ length: Math.min(mostSteps, Math.floor((max - min) / step) + 1) }, (_, index) => String(min + index * step));
}

function wordsOf(preview: ValueMapProps['preview'], mapping: Mapping): Word[] {
  const unmapped: Word[] = preview.unmapped;
  const listed = new Set(unmapped.map(({ column, value }) => `${column} ${value.toLowerCase()}`));
  const mapped = mapping.columns.flatMap((column) =>
    Object.keys(column.values ?? {})
      .filter((value) => !listed.has(`${column.from} ${value.toLowerCase()}`))
      .map((value) => ({ field: column.to, column: column.from, value, count: null })),
  );
  return [...unmapped, ...mapped];
}
