import type { Output } from '../../core/model/endpoints/index.ts';
import { rowsCsv } from '../../engine/query/result-csv.ts';
import { textTable } from './text-table.ts';

/** What came of an import, for the eye or as CSV. */
export function importTable(done: Output<'import'>, format: 'table' | 'csv'): string {
  const facts = factsOf(done);
  if (format === 'csv')
    return rowsCsv(
      ['what', 'value'],
      facts.map(([what, value]) => ({ what, value })),
    );
  const table = textTable([{ title: done.fileName }, { title: done.state, right: true }], facts);
  const words = done.unmapped.map(
    ({ field, column, value, count }) => `  ${column} = ${JSON.stringify(value)} (${count}) is none of our words for ${field}`,
  );
  return [
    table,
    ...(done.notes.length > 0 ? ['', ...done.notes] : []),
    ...(words.length > 0 ? ['', 'Not mapped, left empty:', ...words] : []),
    '',
    `Take it back with: earshot import --undo ${done.id}`,
  ].join('\n');
}

function factsOf(done: Output<'import'>): [string, string][] {
  const count = (value: number | null) => (value === null ? '–' : value.toLocaleString('en'));
  return [
    ['target', done.target],
    ['tickets', count(done.tickets)],
    ['rows read', count(done.rowsRead)],
    ['rows used', count(done.rowsAccepted)],
    ['known already', count(done.rowsUnchanged)],
    ['not usable', count(done.rowsRejected)],
    ...Object.entries(done.rejectedBy).map(([reason, rows]): [string, string] => [`  ${reason}`, count(rows)]),
  ];
}
