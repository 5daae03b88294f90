import type { TargetName } from '../../core/import/mapping.ts';
import { bind, database as databaseName, identifier, join, type Sql, sql, typeName } from '../../core/sql/sql.ts';
import type { SourceFile } from '../store/store.ts';
import { table } from '../store/workspace.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { Workspace } from './import-options.ts';
import { importShapes } from './import-shape.ts';
import type { UnmappedValue } from './import-summary.ts';
import type { StagedRows } from './staged-rows.ts';

/** Typed rows of one chunk in memory, from which the tables are written. */
export class StageTable {
  readonly staged: StagedRows;
  readonly #workspace: Workspace;

  constructor(workspace: Workspace, compiled: CompiledMapping, importId: string, threads: Sql | null) {
    this.#workspace = workspace;
    const rows = sql`${databaseName(workspace.database)}.${identifier(`import_stage_${importId.slice(0, 16)}`)}`;
    this.staged = { database: workspace.database, compiled, importId, rows, threads };
  }

  async create(): Promise<void> {
    const columns = this.staged.compiled.staged.map(({ name, type }) => sql`${identifier(name)} ${typeName(type)}`);
    await this.drop();
    await this.#workspace.store.command(sql`CREATE TABLE ${this.staged.rows} (${join(columns)})
ENGINE = Memory`);
  }

  async drop(): Promise<void> {
    await this.#workspace.store.command(sql`DROP TABLE IF EXISTS ${this.staged.rows}`);
  }

  /** Replaces what is staged with the rows of a chunk. */
  async fill(chunk: SourceFile): Promise<void> {
    const { compiled, rows } = this.staged;
    const { store } = this.#workspace;
    const names = join(compiled.staged.map(({ name }) => identifier(name)));
    await store.command(sql`TRUNCATE TABLE ${rows}`);
    await store.load(chunk, (relation) => sql`INSERT INTO ${rows} (${names})\n${compiled.select(relation)}`);
  }

  /**
   * Takes out rows that are stored already by another import: with a newer version, or with the same version and, where the source gives no time of
   * its updates, the same content.
   */
  async dropKnown(target: TargetName): Promise<void> {
    const { rows, database, importId } = this.staged;
    const { entity, id } = importShapes[target];
    const content = this.#content(target);
    const ids = sql`SELECT ${id(this.staged)} FROM ${rows}`;
    await this.#workspace.store.command(sql`ALTER TABLE ${rows} DELETE WHERE (line, ${id(this.staged)}) IN (
  SELECT staged.line, staged.row_id
  FROM (SELECT line, version, ${id(this.staged)} AS row_id, ${content.staged} AS content FROM ${rows} AS rows WHERE problem = '') AS staged
  INNER JOIN (
    SELECT id, version, ${content.stored} AS content
    FROM ${table(database, entity)}
    WHERE id IN (${ids}) AND import_id != ${bind('String', importId)}
  ) AS known ON known.id = staged.row_id
  WHERE known.version > staged.version OR (known.version = staged.version AND known.content = staged.content)
)`);
  }

  #content(target: TargetName): { staged: Sql; stored: Sql } {
    const { content } = importShapes[target];
    if (!content || this.staged.compiled.has('updated_at')) return { staged: sql`''`, stored: sql`''` };
    const { id: _id, version: _version, import_id: _import, ...values } = content(this.staged);
    const written = (columns: readonly Sql[]) => sql`toString(tuple(${join(columns)}))`;
    return { staged: written(Object.values(values)), stored: written(Object.keys(values).map((name) => identifier(name))) };
  }

  /** How many rows of the file are staged, and how many of them cannot be used. */
  async count(): Promise<{ rows: number; problems: number }> {
    const { countRows } = this.staged.compiled;
    const { rows } = await this.#workspace.store.query<{ rows: number; problems: number }>(
      sql`SELECT ${countRows()} AS rows, ${countRows(sql`problem != ''`)} AS problems FROM ${this.staged.rows}`,
    );
    return { rows: Number(rows[0]?.rows ?? 0), problems: Number(rows[0]?.problems ?? 0) };
  }

  /** Texts that could not be read as the field they stand for, the most frequent first. */
  async unread(): Promise<UnmappedValue[]> {
    const { rows } = await this.#workspace.store.query<UnmappedValue>(unreadStatement(this.staged.compiled, this.staged.rows));
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }
}

const valuesPerField = 200;

/** Counts texts of `relation` (rows as `CompiledMapping.select` gives them) that no word of ours was found for: `field, column, value, count`. */
export function unreadStatement({ countRows }: CompiledMapping, relation: Sql): Sql {
  return sql`SELECT item.1 AS field, item.2 AS column, item.3 AS value, ${countRows()} AS count
FROM ${relation}
ARRAY JOIN unread AS item
WHERE problem = ''
GROUP BY field, column, value
ORDER BY count DESC, field, column, value
LIMIT ${bind('Int64', valuesPerField)} BY field`;
}
