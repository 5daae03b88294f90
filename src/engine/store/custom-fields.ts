import { contacts } from '../../core/entities/contacts.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import {
  type CustomField,
  columnOfCustomField,
  customFieldColumn,
  customFieldKindOf,
  customFieldOfColumn,
  mostCustomFields,
  withCustomFields,
} from '../../core/model/custom-field.ts';
import type { Entity } from '../../core/model/entity.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { clusterOf } from './cluster-of.ts';
import { columnAddition, copyChange } from './table-definition.ts';
import type { Workspace } from './workspace.ts';

/** The tables that carry fields of the house's own; the records come last: what they have, the others have. */
const carriers: readonly Entity[] = [contacts, tickets, ticketRecords];

/** The fields of a workspace, by name. They are the columns `field_…` of its tables: name and kind are those of the column, the label is its comment. */
export async function readCustomFields({ store, database }: Workspace): Promise<CustomField[]> {
  const { rows } = await store.query<{ name: string; type: string; comment: string }>(sql`SELECT name, type, comment
FROM system.columns
WHERE database = ${bind('String', database)} AND table = ${bind('String', ticketRecords.name)} AND startsWith(name, ${bind('String', customFieldColumn(''))})
ORDER BY name`);
  return rows.flatMap(({ name, type, comment }) => {
    const field = customFieldOfColumn(name);
    const kind = customFieldKindOf(type);
    return field && kind ? [{ name: field, kind, label: labelOf(comment) || field }] : [];
  });
}

const turns = new Map<string, Promise<unknown>>();

/**
 * Makes the fields that are not there yet, one call after another.
 * @throws UserError for one that is there with another kind, or beyond the hundredth
 */
export function ensureCustomFields(workspace: Workspace, fields: readonly CustomField[]): Promise<void> {
  if (fields.length === 0) return Promise.resolve();
  const before = turns.get(workspace.database) ?? Promise.resolve();
  const turn = before.catch(() => undefined).then(() => addMissing(workspace, fields));
  turns.set(workspace.database, turn);
  return turn;
}

async function addMissing(workspace: Workspace, fields: readonly CustomField[]): Promise<void> {
  const known = await readCustomFields(workspace);
  refuseOtherKind(known, fields);
  const missing = fields.filter(({ name }) => !known.some((field) => field.name === name));
  if (missing.length === 0) return;
  if (known.length + missing.length > mostCustomFields) {
    throw new UserError(
      'fields_full',
      `There are ${known.length} fields of your own and ${missing.length} more are asked for; at most ${mostCustomFields} may be.`,
    );
  }
  const { store, database } = workspace;
  const cluster = (await clusterOf(workspace)) ?? undefined;
  const statements = carriers.flatMap((entity) =>
    missing.flatMap((field) =>
      columnAddition(database, entity, customFieldColumn(field.name), columnOfCustomField(field), cluster, commentOf(field.label)),
    ),
  );
  for (const statement of statements) await store.command(statement);
  const all = [...known, ...missing];
  await store.command(copyChange(database, tickets, withCustomFields(contacts, all), cluster));
}

function refuseOtherKind(known: readonly CustomField[], fields: readonly CustomField[]): void {
  for (const { name, kind } of fields) {
    const other = known.find((field) => field.name === name);
    if (other && other.kind !== kind) {
      throw new UserError(
        'field_kind',
        `The field ${name} holds a ${other.kind} already and cannot hold a ${kind}: choose ${other.kind}, or another name.`,
      );
    }
  }
}

/** A comment stands in the text of a statement, so the label is written in hexadecimal. */
function commentOf(label: string): string {
  return Buffer.from(label).toString('hex');
}

function labelOf(comment: string): string {
  return Buffer.from(comment, 'hex').toString('utf8');
}
