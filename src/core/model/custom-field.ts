import { type Column, type Entity, flag, instant, label, nullable, number } from './entity.ts';

/** What a field of a customer's own can hold. */
export const customFieldKinds = ['label', 'number', 'flag', 'date'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** A field of tickets that the house has and we do not: a typed column `field_<name>`. */
export interface CustomField {
  /** Small letters, digits and _; the same for the same header at every import. */
  readonly name: string;
  /** As the source calls it. */
  readonly label: string;
  readonly kind: CustomFieldKind;
}

/** So many a workspace may have. */
export const mostCustomFields = 100;

const longestName = 48;
const columnPrefix = 'field_';

/** The column that a field has in every table that carries it. */
export function customFieldColumn(name: string): string {
  return `${columnPrefix}${name}`;
}

/** The name of the field that a column is; null for a column that is none. */
export function customFieldOfColumn(column: string): string | null {
  return column.startsWith(columnPrefix) ? column.slice(columnPrefix.length) : null;
}

/** Whether a text can be the name of a field. */
export function isCustomFieldName(name: string): boolean {
  return name.length <= longestName && /^[a-z0-9][a-z0-9_]*$/.test(name);
}

const columns: Readonly<Record<CustomFieldKind, (doc: string) => Column>> = {
  label,
  number: (doc) => nullable(number(doc)),
  flag: (doc) => nullable(flag(doc)),
  date: (doc) => nullable(instant(doc)),
};

/** The declaration of the column. */
export function columnOfCustomField(field: CustomField): Column {
  return columns[field.kind](field.label);
}

/** The kind by the type of a stored column; null when it is none of ours. */
export function customFieldKindOf(clickhouseType: string): CustomFieldKind | null {
  return customFieldKinds.find((kind) => columns[kind]('').clickhouse === clickhouseType) ?? null;
}

/** An entity with these fields as columns of its own. */
export function withCustomFields(entity: Entity, fields: readonly CustomField[]): Entity {
  if (fields.length === 0) return entity;
  const added = Object.fromEntries(fields.map((field) => [customFieldColumn(field.name), columnOfCustomField(field)]));
  return { ...entity, columns: { ...entity.columns, ...added } };
}

const cyrillic =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya';
const latin = new Map([...cyrillic.matchAll(/(\S) (\S*)/g)].map(([, from = '', to = '']) => [from, to] as const));

/** A name made of a header: accents taken off, Cyrillic written in Latin letters, other scripts as a hash. */
export function customFieldName(header: string): string {
  const written = [...header.toLowerCase()].map((letter) => latin.get(letter) ?? letter).join('');
  const plain = written
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');
  const name = plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestName);
  const isLost = /[^\p{P}\p{S}\p{Z}a-z0-9]/u.test(plain);
  if (name !== '' && !isLost) return name;
  return `${name === '' ? 'f' : name.slice(0, longestName - 9)}_${hash(header)}`;
}

/** FNV-1a over UTF-16 units, 32 bits, http://www.isthe.com/chongo/tech/comp/fnv. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}
