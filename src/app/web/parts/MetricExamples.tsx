import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatValue } from '../../../catalog/charts/format-value.ts';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import type { Example, Metric } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';
import { exampleCell, exampleColumns, unitOfCall } from './metric-example.ts';
import type { CellContext } from './name-cell.ts';

const mostRows = 8;

/** Rows and the value that they give: the examples that the tests run. */
export function MetricExamples({ metric }: { readonly metric: Metric }) {
  const { say } = useReader();
  if (metric.examples.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="examples">
      <h2 id="examples">{say('metric.example')}</h2>
      <div className="stack">
        {metric.examples.map((example) => (
          <WorkedExample key={example.name} metric={metric} example={example} />
        ))}
      </div>
    </section>
  );
}

function WorkedExample({ metric, example }: { readonly metric: Metric; readonly example: Example }) {
  const reader = useReader();
  const { say, locale } = reader;
  const call = example.ask ?? metric.name;
  const value = formatValue(example.value, unitOfCall(call) ?? metric.unit, locale, true);
  const gives =
    example.n === undefined
      ? say('metric.exampleGives', { value })
      : say('metric.exampleGivesN', { value, n: formatCount(example.n, locale) });
  return (
    <figure className="example">
      {locale === 'en' && <figcaption>{example.name}</figcaption>}
      {example.rows.length === 0 ? (
        <p className="quiet">{say('metric.exampleEmpty')}</p>
      ) : (
        <ExampleRows metric={metric} example={example} />
      )}
      <div className="row example-gives">
        <strong>{gives}</strong>
        {example.ask !== undefined && (
          <span className="quiet">
            <code lang="en">{example.ask}</code>
          </span>
        )}
      </div>
    </figure>
  );
}

function isOfNumbers({ rows }: Example, column: string): boolean {
  const cells = rows.map((row) => row[column]).filter((cell) => cell !== undefined && cell !== null);
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
}

function ExampleRows({ metric, example }: { readonly metric: Metric; readonly example: Example }) {
  const reader = useReader();
  const { say, locale } = reader;
  const context: CellContext = { reader, zone: 'UTC', names: {} };
  const columns = exampleColumns(example);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll" tabIndex={0}>
      {example.rows.length > mostRows && (
        <p className="quiet">{say('metric.exampleOf', { n: formatCount(example.rows.length, locale) })}</p>
      )}
      <table className="grid-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric={isOfNumbers(example, column)}>
                {nameColumn(column, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {example.rows.slice(0, mostRows).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an example never move
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} data-numeric={isOfNumbers(example, column)}>
                  {exampleCell(column, row[column], metric, context).map((line, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: items of an example never move
                    <div key={place}>{line}</div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
