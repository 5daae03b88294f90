import { Fragment } from 'react';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import type { Mapping } from '../../../core/import/mapping.ts';
import { questionsOf } from '../../../core/import/survey-questions.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { nameCell } from './name-cell.ts';
import { sayReason } from './say-remark.ts';

type Trial = Output<'previewImport'>['trial'][number];

export interface ImportTrialProps {
  readonly preview: Output<'previewImport'>;
  readonly mapping: Mapping;
  readonly zone: string;
}

/** The first ten rows, each as it stands in the file and as it will be stored. */
export function ImportTrial({ preview, mapping, zone }: ImportTrialProps) {
  const { say, locale } = useReader();
  const columns = mapping.columns.filter(({ from }) => preview.sourceColumns.some(({ name }) => name === from));
  if (preview.trial.length === 0 || columns.length === 0) return null;
  const { rows, rejected } = preview.sample;
  const questions = questionsOf(mapping).map(({ from }) => from);
  return (
    <section className="panel">
      <h2>{say('import.trial')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div className="scroll" tabIndex={0}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col" data-numeric="true">
                {say('import.line')}
              </th>
              {columns.map(({ from, to }) => (
                <th key={from} scope="col">
                  {from} → {to.startsWith('field:') ? to.slice(6) : nameColumn(to, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.trial.map((trial, index) => (
              <TrialRow
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of one file, never reordered
                key={index}
                trial={trial}
                isNew={trial.line !== preview.trial[index - 1]?.line}
                columns={columns}
                questions={questions}
                zone={zone}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{say('import.tried', { rows: formatCount(rows, locale), rejected: formatCount(rejected, locale) })}</p>
    </section>
  );
}

interface TrialRowProps {
  readonly trial: Trial;
  /** No answer of the same row stands above it. */
  readonly isNew: boolean;
  /** Columns that are a question each. */
  readonly questions: readonly string[];
  readonly columns: Mapping['columns'];
  readonly zone: string;
}

function TrialRow({ trial, isNew, questions, columns, zone }: TrialRowProps) {
  const reader = useReader();
  const { say } = reader;
  const { stored, reject } = trial;
  return (
    <Fragment>
      {isNew && (
        <tr>
          <td data-numeric="true">{trial.line}</td>
          {columns.map(({ from }) => (
            <td key={from} className="quiet" title={trial.source[from]}>
              {trial.source[from] ?? ''}
            </td>
          ))}
        </tr>
      )}
      <tr className="trial-stored">
        <td />
        {stored === null ? (
          <td colSpan={columns.length} className="fault">
            {reject === null ? '' : `${reject.column} ${sayReason(reject.reason, say)}`}
          </td>
        ) : (
          columns.map(({ from, to }) => (
            <td key={from}>
              {!questions.includes(from) || stored.question === from
                ? nameCell(storedColumn(to), stored[storedColumn(to)], { reader, zone, names: {} })
                : ''}
            </td>
          ))
        )}
      </tr>
    </Fragment>
  );
}

function storedColumn(to: string): string {
  return to.startsWith('field:') ? `field_${to.slice(6)}` : to;
}
