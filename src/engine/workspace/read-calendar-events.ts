import { calendarEvents } from '../../core/entities/working-time.ts';
import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import { allOf, bind, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';

/** Events that touch the local days from `from` until `until`, both inclusive, in order of time. */
export async function readCalendarEvents(
  { store, database }: Workspace,
  period: ParsedInput<'calendarEvents'>,
): Promise<Output<'calendarEvents'>> {
  const conditions = [
    sql`NOT removed`,
    ...(period.from === undefined ? [] : [sql`until >= ${bind('Date', period.from)}`]),
    ...(period.until === undefined ? [] : [sql`from <= ${bind('Date', period.until)}`]),
  ];
  const { rows } = await store.query<Output<'calendarEvents'>[number]>(sql`SELECT id, kind, name, from, until, note
FROM ${table(database, calendarEvents)}
WHERE ${allOf(conditions)}
ORDER BY from, until, id`);
  return [...rows];
}
