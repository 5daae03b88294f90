/** The types that a bound value may have in ClickHouse. */
export type BoundType =
  | 'String'
  | 'Int64'
  | 'UInt64'
  | 'Float64'
  | 'Bool'
  | 'Date'
  | 'Identifier'
  | 'Array(String)'
  | 'Array(Date32)'
  | 'Array(Int64)'
  | 'Array(UInt64)'
  | 'Array(Float64)';

export type BoundValue = string | number | bigint | boolean | readonly (string | number | bigint)[];

interface Bound {
  readonly type: BoundType;
  readonly value: BoundValue;
}

type Part = string | Bound;

/** A piece of SQL: text that stands in our source, and values that are bound. Made only by the `sql` tag and the functions of this file. */
export class Sql {
  readonly #parts: readonly Part[];

  constructor(guard: typeof key, parts: readonly Part[]) {
    if (guard !== key) throw new TypeError('Sql is made by the sql tag');
    this.#parts = parts;
  }

  static parts(guard: typeof key, value: Sql): readonly Part[] {
    if (guard !== key) throw new TypeError('the parts of Sql are private');
    return value.#parts;
  }
}

const key = Symbol('sql');

/** SQL text with Sql fragments in its holes. A plain string or number in a hole does not compile: bind it with `bind`, name it with `identifier`. */
export function sql(strings: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  const parts: Part[] = [];
  strings.forEach((text, index) => {
    if (text) parts.push(text);
    const hole = holes[index];
    if (hole) parts.push(...Sql.parts(key, hole));
  });
  return new Sql(key, parts);
}

/** A value that travels beside the text, with its ClickHouse type. */
export function bind(type: BoundType, value: BoundValue): Sql {
  return new Sql(key, [{ type, value }]);
}

/** A database, given by the caller at run time. */
export function database(name: string): Sql {
  return bind('Identifier', checkedName(name));
}

/** A table, column or alias named by a declaration of ours. */
export function identifier(name: string): Sql {
  return new Sql(key, [`\`${checkedName(name)}\``]);
}

/** A type or expression of the column kinds table. Only declarations call this, and only letters, digits and `(), '_=` pass. */
export function typeName(text: string): Sql {
  if (!/^[A-Za-z0-9_(), '`=]+$/.test(text)) throw new TypeError(`not a ClickHouse type: ${text}`);
  return new Sql(key, [text]);
}

/** A whole number written into the text, for places that take no parameter (quantile levels are decimals: see `level`). */
export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new TypeError(`not a whole number: ${value}`);
  return new Sql(key, [String(value)]);
}

/** A quantile level between 0 and 1: ClickHouse takes it only as a literal. */
export function level(value: number): Sql {
  if (!(value >= 0 && value <= 1)) throw new TypeError(`not a level between 0 and 1: ${value}`);
  return new Sql(key, [value.toFixed(9).replace(/0+$/, '').replace(/\.$/, '.0')]);
}

/** Fragments one after another with a separator between them. */
export function join(fragments: readonly Sql[], separator: Sql = sql`, `): Sql {
  return fragments.reduce((left, right, index) => (index === 0 ? right : sql`${left}${separator}${right}`), empty);
}

/** Conditions that must all hold; none means true. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`true`;
  return join(
    conditions.map((condition) => sql`(${condition})`),
    sql` AND `,
  );
}

/** Nothing. */
const empty: Sql = new Sql(key, []);

export interface RenderedSql {
  readonly text: string;
  readonly parameters: Readonly<Record<string, BoundValue>>;
}

/** The text with `{p0:String}` placeholders, and the values under those names. Equal values share one placeholder. */
export function render(statement: Sql): RenderedSql {
  const parameters: Record<string, BoundValue> = {};
  const names = new Map<string, string>();
  let text = '';
  for (const part of Sql.parts(key, statement)) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const identity = `${part.type}:${typeof part.value}:${Array.isArray(part.value) ? part.value.map(String).join('\u0000') : String(part.value)}`;
    let name = names.get(identity);
    if (name === undefined) {
      name = `p${names.size}`;
      names.set(identity, name);
      parameters[name] = part.value;
    }
    text += `{${name}:${part.type}}`;
  }
  return { text, parameters };
}

function checkedName(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new TypeError(`not a name: ${JSON.stringify(name)}; letters, digits and _ are allowed, and no digit first`);
  }
  return name;
}
