import { datasets } from '../../catalog/datasets/index.ts';
import { dimensions } from '../../catalog/dimensions/index.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { carries, dimensionSql } from '../query/question.ts';
import { relation } from '../query/relation.ts';
import { dimensionNamed, type WorkspaceCalendar } from '../query/resolve-query.ts';
import { table, type Workspace } from '../store/workspace.ts';

type Values = Output<'dimensionValues'>;

/** Values of a dimension with their names, most frequent first; those of the first dataset that carries it. Empty text is "not known". */
export async function readDimensionValues(
  workspace: Workspace,
  calendar: WorkspaceCalendar,
  input: ParsedInput<'dimensionValues'>,
): Promise<Values> {
  const { house: _, ...asReported } = calendar;
  const dimension = dimensionNamed(input.name, input.asReported ? asReported : calendar);
  const { rows } = await workspace.store.query<Values[number]>(valuesStatement(workspace, dimension, calendar.zone, input));
  return [...rows];
}

/** Every dimension and the datasets that carry it; one read off the time is carried by all. `fields` are the house's own. */
export function describeDimensions(fields: readonly Dimension[] = []): Output<'dimensions'> {
  return [...dimensions, ...fields].map((dimension) => ({
    name: dimension.name,
    label: dimension.text,
    datasets: datasets.filter((dataset) => carries(dimension, dataset)).map((dataset) => dataset.name),
    many: dimension.many === true,
  }));
}

function valuesStatement(workspace: Workspace, dimension: Dimension, zone: string, input: ParsedInput<'dimensionValues'>): Sql {
  const dataset = datasets.find((candidate) => carries(dimension, candidate));
  if (!dataset) throw new TypeError(`no dataset carries ${dimension.name}`);
  const expression = expressionOf(dimension, dataset, zone);
  const value = dimension.many ? sql`arrayJoin(${expression})` : sql`toString(${expression})`;
  const counted = sql`SELECT ${value} AS value, count() AS count${relation(dataset, workspace, [expression, dataset.population])}
WHERE ${dataset.population}
GROUP BY value`;
  const search = bind('String', input.search);
  return sql`SELECT value, ${nameOf(dimension, workspace)} AS name, count
FROM (${input.asReported ? withUnused(counted, dimension, workspace) : counted}) AS found${namesOf(dimension, workspace)}
WHERE ${search} = '' OR positionCaseInsensitiveUTF8(value, ${search}) > 0 OR positionCaseInsensitiveUTF8(name, ${search}) > 0
ORDER BY count DESC, value
LIMIT ${bind('UInt64', input.limit)}`;
}

function expressionOf(dimension: Dimension, dataset: Dataset, zone: string): Sql {
  const [time] = Object.values(dataset.times);
  if (!time) throw new TypeError(`${dataset.name} has no time`);
  const at = time.kind === 'event' ? time.at : time.from;
  return dimensionSql(dimension, dataset, { at, standingMs: sql`toUnixTimestamp64Milli(now64(3))` }, zone);
}

function nameOf(dimension: Dimension, _workspace: Workspace): Sql {
  return dimension.via ? sql`if(names.name = '', value, names.name)` : sql`value`;
}

/** Those that a source names and no row has yet as well, each with a count of 0. */
function withUnused(counted: Sql, dimension: Dimension, { database }: Workspace): Sql {
  if (!dimension.via) return counted;
  return sql`SELECT value, sum(count) AS count
FROM (
  ${counted}
  UNION ALL
  SELECT id AS value, toUInt64(0) AS count
  FROM ${table(database, { name: dimension.via })}
)
GROUP BY value`;
}

function namesOf(dimension: Dimension, { database }: Workspace): Sql {
  if (!dimension.via) return sql``;
  return sql`
LEFT JOIN (SELECT id, any(name) AS name FROM ${table(database, { name: dimension.via })} GROUP BY id) AS names
ON names.id = found.value`;
}
