import { ticketRecords } from '../../core/entities/ticket-records.ts';
import {
  type CustomField,
  type CustomFieldKind,
  customFieldColumn,
  customFieldName,
  isCustomFieldName,
  withCustomFields,
} from '../../core/model/custom-field.ts';
import type { Entity } from '../../core/model/entity.ts';
import { ensureCustomFields, readCustomFields } from '../store/custom-fields.ts';
import type { Workspace } from '../store/workspace.ts';

type Sent = Readonly<Record<string, unknown>>;

/** An entity with the fields of the house's own that sent rows may have. */
export interface EntityWithFields {
  readonly entity: Entity;
  /** A sent value whose `fields: {…}` stand as columns of the row. */
  readonly spread: (value: unknown) => unknown;
}

/**
 * Makes the fields that rows of tickets bring in `fields: {…}` and that are not there yet, each of the kind of its first value. Rows that bring none cost nothing.
 * @throws UserError beyond the hundredth field
 */
export async function withSentFields(workspace: Workspace, entity: Entity, values: readonly unknown[]): Promise<EntityWithFields> {
  const plain = { entity, spread: (value: unknown) => value };
  if (entity.name !== ticketRecords.name || !values.some(bringsFields)) return plain;
  const known = await readCustomFields(workspace);
  const asked = new Map<string, CustomField>();
  for (const [label, value] of values.flatMap(fieldsOf)) {
    const name = nameOf(label);
    const kind = kindOf(value);
    if (kind && !asked.has(name) && !known.some((field) => field.name === name)) asked.set(name, { name, label, kind });
  }
  await ensureCustomFields(workspace, [...asked.values()]);
  const fields = [...known, ...asked.values()];
  const kinds = new Map(fields.map((field) => [field.name, field.kind]));
  return { entity: withCustomFields(entity, fields), spread: (value) => spread(value, kinds) };
}

function isObject(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bringsFields(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some((name) => name === 'fields' || name.startsWith(customFieldColumn('')));
}

function fieldsOf(value: unknown): [string, unknown][] {
  return isObject(value) && isObject(value.fields) ? Object.entries(value.fields) : [];
}

function nameOf(label: string): string {
  return isCustomFieldName(label) ? label : customFieldName(label);
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Null for a value that tells no kind. */
function kindOf(value: unknown): CustomFieldKind | null {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value !== 'string') return null;
  return instant.test(value) ? 'date' : 'label';
}

/** A field that is null is not sent; a label may be sent as a number. What is no object stays, to be refused as it is. */
function spread(value: unknown, kinds: ReadonlyMap<string, CustomFieldKind>): unknown {
  if (!isObject(value) || !isObject(value.fields)) return value;
  const { fields, ...row } = value;
  const columns = Object.entries(fields as Sent)
    .filter(([, sent]) => sent !== null)
    .map(([label, sent]) => {
      const name = nameOf(label);
      const isPlain = typeof sent === 'number' || typeof sent === 'boolean';
      return [customFieldColumn(name), kinds.get(name) === 'label' && isPlain ? String(sent) : sent] as const;
    });
  return { ...row, ...Object.fromEntries(columns) };
}
