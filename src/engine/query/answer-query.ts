import type { Query } from '../../core/model/query.ts';
import type { Result } from '../../core/model/result.ts';
import type { Ask } from './ask.ts';
import { readNames } from './names.ts';
import { dimensionNamed, type WorkspaceCalendar } from './resolve-query.ts';
import { runQuery } from './run-query.ts';

/** Answers a query with the names of the agents and teams in it. */
export async function answerQuery(ask: Ask, database: string, query: Query, workspace: WorkspaceCalendar): Promise<Result> {
  const result = await runQuery(ask, database, query, workspace);
  const named = query.by.map((name) => dimensionNamed(name, workspace).via !== undefined);
  const ids = new Set(result.rows.flatMap((row) => row.group.filter((_, index) => named[index])));
  return { ...result, names: await readNames(ask, database, ids) };
}
