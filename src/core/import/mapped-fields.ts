import { type CustomField, customFieldColumn, isCustomFieldName } from '../model/custom-field.ts';
import { UserError } from '../model/user-error.ts';
import type { Mapping, TargetName } from './mapping.ts';
import { type Field, type FieldKind, targets } from './target.ts';

const prefix = 'field:';
const takers: ReadonlySet<TargetName> = new Set(['tickets', 'ticket_snapshots']);

/** Whether rows of this shape can have fields of the house's own. */
export function takesCustomFields(target: TargetName): boolean {
  return takers.has(target);
}

/** The name under which a field of a mapping is staged: that of the column that it becomes. */
export function stagedName(to: string): string {
  return to.startsWith(prefix) ? customFieldColumn(to.slice(prefix.length)) : to;
}

/** The fields of the house's own that a mapping makes, each once. @throws UserError for a name that is none, or a shape that takes none */
export function customFieldsOf(mapping: Mapping): CustomField[] {
  const fields = new Map<string, CustomField>();
  for (const { to, from, kind = 'label', label = from } of mapping.columns) {
    if (!to.startsWith(prefix)) continue;
    const name = to.slice(prefix.length);
    if (!takers.has(mapping.target))
      throw new UserError('mapping_field', `${mapping.target} take no fields of your own such as ${to}; tickets do`);
    if (!isCustomFieldName(name)) {
      throw new UserError(
        'mapping_field',
        `${JSON.stringify(name)} is no name of a field: small letters, digits and _ are allowed, up to 48, the first no _`,
      );
    }
    if (!fields.has(name)) fields.set(name, { name, label, kind });
  }
  return [...fields.values()];
}

const kinds: Readonly<Record<CustomField['kind'], FieldKind>> = { label: 'label', number: 'number', flag: 'flag', date: 'instant' };

/** Every field that a column of this mapping can be, under the name of its column. */
export function mappedFields(mapping: Mapping): readonly Field[] {
  const own = customFieldsOf(mapping).map(
    ({ name, label, kind }): Field => ({ name: customFieldColumn(name), doc: label, kind: kinds[kind], nullable: true, required: false }),
  );
  return [...targets[mapping.target].fields, ...own];
}
