import { customFieldsOf, mappedFields, stagedName } from '../../core/import/mapped-fields.ts';
import type { Mapping } from '../../core/import/mapping.ts';
import { type FieldKind, targets } from '../../core/import/target.ts';
import type { CustomField } from '../../core/model/custom-field.ts';
import { UserError } from '../../core/model/user-error.ts';
import { allOf, bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import { type AskedQuestion, askedQuestions, cellsByQuestion, questionNames, whereAnswered } from './asked-questions.ts';
import { cleanedCell, cleanedCells, usedCells } from './cleaned-cells.ts';
import { type FieldSource, fieldSources } from './field-sources.ts';
import { versionOf } from './version-of.ts';

/** One column of the staged rows. */
export interface StagedColumn {
  readonly name: string;
  readonly type: string;
  readonly value: Sql;
}

/** A mapping as SQL over the relation of a chunk, whose columns are `line` and the cells `c0`, `c1` … */
export interface CompiledMapping {
  readonly mapping: Mapping;
  /** Columns of the relation. */
  readonly cells: readonly string[];
  readonly staged: readonly StagedColumn[];
  readonly has: (field: string) => boolean;
  /** Fields of the house's own among the staged columns. */
  readonly customFields: readonly CustomField[];
  /** The columns that are a question each, where a row of the file answers several: `question` holds the name of one. */
  readonly questions: readonly string[];
  /** How many rows of the file staged rows come from, as an aggregate; of those with a condition. */
  readonly countRows: (when?: Sql) => Sql;
  /** The kind of a field of the mapping. */
  readonly kindOf: (to: string) => FieldKind;
  /** Every row with its typed fields; `problem` is empty for a row that can be used, `unread` lists fields whose text could not be. */
  readonly select: (relation: Sql) => Sql;
  /** Rows that cannot be used: `line, reason, column, value, raw`. The same SELECT, negated. */
  readonly selectRejects: (relation: Sql) => Sql;
}

const stagedTypes: Readonly<Record<FieldKind, string>> = {
  id: 'String',
  email: 'String',
  phone: 'String',
  text: 'String',
  label: 'String',
  closed: 'String',
  instant: "Nullable(DateTime64(3, 'UTC'))",
  duration: 'Nullable(Int64)',
  integer: 'Nullable(Int64)',
  number: 'Nullable(Float64)',
  flag: 'Nullable(Bool)',
  labels: 'Array(String)',
};

/** Compiles a mapping for a file with these columns, in this order. */
export function compileMapping(given: Mapping, fileColumns: readonly string[]): CompiledMapping {
  const mapping = withKnownKinds(given);
  const known = mappedFields(mapping);
  const questions = askedQuestions(mapping, fileColumns);
  const fields = fieldSources(mapping, fileColumns, questions);
  const has = (name: string) => fields.some((source) => source.field.name === name);
  refuseMissing(mapping, fileColumns);
  const cells = fileColumns.map((_, index) => `c${index}`);
  const staged = [...fields.map(stagedField), ...keyColumns(mapping, fields, fileColumns.length, questions), ...verdictColumns(fields)];
  const cleaned = cleanedCells(mapping, usedCells(mapping, fileColumns, has('source_id')));
  const select = (relation: Sql) => sql`SELECT
  ${join([sql`line`, ...staged.map((column) => sql`${column.value} AS ${identifier(column.name)}`)], sql`,\n  `)}
FROM (${cellsByQuestion(questions, cleaned, relation)})
${whereAnswered(questions)}`;
  return {
    mapping,
    cells: ['line', ...cells],
    staged: [{ name: 'line', type: 'UInt64', value: sql`line` }, ...staged],
    has,
    customFields: customFieldsOf(mapping),
    questions: questions.map(({ column }) => column.from),
    countRows: (when = sql`true`) => (questions.length === 0 ? sql`countIf(${when})` : sql`uniqExactIf((line, row_id), ${when})`),
    kindOf: (to) => known.find((field) => field.name === stagedName(to))?.kind ?? 'text',
    select,
    selectRejects: (relation) => rejectsStatement(fields, staged, cleaned, relation, fileColumns.length),
  };
}

/** Where nothing tells the kind of a survey, its scales say nothing. */
function withKnownKinds(mapping: Mapping): Mapping {
  if (mapping.constants.kind !== undefined || mapping.columns.some(({ to }) => to === 'kind')) return mapping;
  return { ...mapping, columns: mapping.columns.map(({ scales: _, ...column }) => column) };
}

/** Fields that a row must have and that neither a column nor a constant stands for. */
export function missingFields({ target, columns, constants }: Mapping, fileColumns: readonly string[]): string[] {
  const given = new Set([...columns.filter(({ from }) => fileColumns.includes(from)).map(({ to }) => to), ...Object.keys(constants)]);
  return targets[target].fields.filter((field) => field.required && !given.has(field.name)).map((field) => field.name);
}

function refuseMissing(mapping: Mapping, fileColumns: readonly string[]): void {
  const target = targets[mapping.target];
  const fields = new Set(mappedFields(mapping).map(({ name }) => name));
  const unknown = mapping.columns.map((column) => column.to).filter((name) => !fields.has(stagedName(name)));
  if (unknown.length > 0) {
    const names = target.fields.map((field) => field.name).join(', ');
    throw new UserError('mapping_field', `${target.name} has no field ${unknown.join(', ')}; it has ${names}`);
  }
  const missing = missingFields(mapping, fileColumns);
  if (missing.length === 0) return;
  throw new UserError(
    'mapping_incomplete',
    `no column stands for ${missing.join(', ')}: ${target.name} need it; name the column in the mapping`,
  );
}

function stagedField(source: FieldSource): StagedColumn {
  return { name: source.field.name, type: stagedTypes[source.field.kind], value: source.value };
}

function keyColumns(mapping: Mapping, fields: readonly FieldSource[], count: number, questions: readonly AskedQuestion[]): StagedColumn[] {
  const named = fields.some((source) => source.field.name === 'source_id');
  const cells = Array.from({ length: count }, (_, index) => cleanedCell(index));
  const hash = sql`concat(${bind('String', `${mapping.source}:`)}, lower(hex(cityHash64(${join(cells)}))))`;
  const row = named ? sql`source_id` : hash;
  const mapped = new Set(fields.filter((source) => source.columns.length > 0).map((source) => source.field.name));
  return [
    ...(questions.length === 0
      ? [{ name: 'id', type: 'String', value: row }]
      : [
          { name: 'row_id', type: 'String', value: row },
          { name: 'id', type: 'String', value: sql`concat(row_id, '/', ${questionNames(questions)})` },
        ]),
    { name: 'version', type: 'Int64', value: versionOf(mapping.target, mapped) },
  ];
}

function verdictColumns(fields: readonly FieldSource[]): StagedColumn[] {
  const unread = fields
    .filter((source) => isClosable(source))
    .map((source) => sql`(${bind('String', source.field.name)}, ${source.from}, if(${isUnread(source)}, ${source.text}, ''))`);
  return [
    { name: 'problem', type: 'LowCardinality(String)', value: problem(fields) },
    {
      name: 'unread',
      type: 'Array(Tuple(field LowCardinality(String), column LowCardinality(String), value String))',
      value:
        unread.length === 0
          ? sql`CAST([], 'Array(Tuple(String, String, String))')`
          : sql`arrayFilter(item -> item.3 != '', [${join(unread)}])`,
    },
  ];
}

const tellsUnread: ReadonlySet<FieldKind> = new Set(['closed', 'instant', 'duration', 'integer', 'number', 'flag']);

function isClosable(source: FieldSource): boolean {
  return source.columns.length > 0 && tellsUnread.has(source.field.kind) && !source.field.required;
}

/** A word that the mapping maps to nothing was read. */
function isUnread(source: FieldSource): Sql {
  const name = identifier(source.field.name);
  if (source.field.kind !== 'closed') return sql`${source.text} != '' AND ${name} IS NULL`;
  const dropped = Object.entries(source.columns[0]?.values ?? {}).flatMap(([theirs, ours]) =>
    ours === '' ? [theirs.trim().toLowerCase()] : [],
  );
  const unknown = sql`${source.text} != '' AND ${name} = ''`;
  return dropped.length === 0
    ? unknown
    : sql`${unknown} AND NOT has(${bind('Array(String)', dropped)}, lowerUTF8(trimBoth(${source.text})))`;
}

interface Fault {
  readonly source: FieldSource;
  readonly reason: 'missing' | 'unreadable';
  readonly when: Sql;
}

/** A required field that is empty, or whose text could not be read. */
function faultsOf(fields: readonly FieldSource[]): Fault[] {
  return fields
    .filter((source) => source.field.required)
    .flatMap((source): Fault[] => {
      const name = identifier(source.field.name);
      const missing: Fault = { source, reason: 'missing', when: sql`${source.text} = ''` };
      const isText = stagedTypes[source.field.kind] === 'String';
      return isText ? [missing] : [missing, { source, reason: 'unreadable', when: sql`${name} IS NULL` }];
    });
}

function choose(faults: readonly Fault[], value: (fault: Fault) => Sql): Sql {
  const cases = faults.map((fault) => sql`${fault.when}, ${value(fault)}`);
  return cases.length === 0 ? sql`''` : sql`multiIf(${join(cases)}, '')`;
}

function problem(fields: readonly FieldSource[]): Sql {
  return choose(faultsOf(fields), (fault) => bind('String', fault.reason));
}

const shownCharacters = 2_000;
const shownCells = 200;

function rejectsStatement(
  fields: readonly FieldSource[],
  staged: readonly StagedColumn[],
  cleaned: Sql,
  relation: Sql,
  count: number,
): Sql {
  const faults = faultsOf(fields);
  const needed = staged.filter((column) => fields.some((source) => source.field.required && source.field.name === column.name));
  const cells = Array.from({ length: Math.min(count, shownCells) }, (_, index) => sql`coalesce(${identifier(`c${index}`)}, '')`);
  return sql`SELECT line, reason, column, value, raw
FROM (
  SELECT
    line,
    ${join([...needed.map((column) => sql`${column.value} AS ${identifier(column.name)}`), sql`${problem(fields)} AS reason`], sql`,\n    `)},
    ${choose(faults, (fault) => bind('String', fault.source.columns[0]?.from ?? fault.source.field.name))} AS column,
    ${choose(faults, (fault) => fault.source.text)} AS value,
    raw
  FROM (
    SELECT ${cleaned}, substringUTF8(arrayStringConcat([${join(cells)}], ','), 1, ${integer(shownCharacters)}) AS raw
    FROM ${relation}
  )
)
WHERE ${allOf([sql`reason != ''`])}`;
}
