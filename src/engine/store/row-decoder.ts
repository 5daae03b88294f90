/** The format of a whole answer: names and types, one JSON array a row, and what was read. */
export const answerFormat = 'JSONCompact';

/** The format of an answer in blocks: a line of names, a line of types, then a JSON array a line. */
export const blockFormat = 'JSONCompactEachRowWithNamesAndTypes';

type Convert = (value: unknown) => unknown;

interface Answer {
  readonly meta: readonly { readonly name: string; readonly type: string }[];
  readonly data: readonly (readonly unknown[])[];
  readonly statistics: { readonly rows_read: number };
}

/** The rows of an answer in `answerFormat` as objects, and how many rows were read for it. 64-bit integers become numbers when that loses no digit, and stay text otherwise. */
export function decodeAnswer<R>(text: string): { rows: R[]; rowsRead: number } {
  if (text === '') return { rows: [], rowsRead: 0 };
  const { meta, data, statistics } = JSON.parse(text) as Answer;
  const names = meta.map((column) => column.name);
  const converts = meta.map((column) => integerConverter(column.type));
  return { rows: data.map((tuple) => rowOf(names, converts, tuple) as R), rowsRead: statistics.rows_read };
}

/** The rows of one block in `blockFormat`, which begins with its names and types, as `decodeAnswer` gives them. */
export function decodeBlock<R>(block: string): R[] {
  const body = block.trimEnd();
  if (body === '') return [];
  const [names, types, ...tuples] = JSON.parse(`[${body.replaceAll('\n', ',')}]`) as [string[], string[], ...unknown[][]];
  const converts = types.map(integerConverter);
  return tuples.map((tuple) => rowOf(names, converts, tuple) as R);
}

/** A name may be anything that stands at the head of a file, `__proto__` too. */
function rowOf(names: readonly string[], converts: readonly (Convert | undefined)[], tuple: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name, index) => {
      const convert = converts[index];
      const value = tuple[index];
      return [name, convert && value !== null ? convert(value) : value];
    }),
  );
}

/** What turns quoted integers of this type back into numbers; undefined when the type holds none. */
export function integerConverter(type: string): Convert | undefined {
  if (!/Int(64|128|256)/.test(type)) return undefined;
  if (/^U?Int(64|128|256)$/.test(type)) return safeInteger;
  const inner = argumentsOf(type);
  if (/^(Nullable|LowCardinality)\(/.test(type)) return integerConverter(inner[0] ?? '');
  if (type.startsWith('Array(')) return listConverter(integerConverter(inner[0] ?? ''));
  if (type.startsWith('Map(')) return mapConverter(integerConverter(inner[1] ?? ''));
  if (type.startsWith('Tuple(')) return tupleConverter(inner);
  return undefined;
}

function safeInteger(value: unknown): unknown {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function listConverter(convert: Convert | undefined): Convert | undefined {
  return convert && ((value) => (value as unknown[]).map((item) => (item === null ? null : convert(item))));
}

function mapConverter(convert: Convert | undefined): Convert | undefined {
  return convert && ((value) => mapValues(value as Record<string, unknown>, () => convert));
}

function tupleConverter(fields: readonly string[]): Convert {
  const named = fields.map((field) => /^(?:`((?:[^`\\]|\\.)*)`|([A-Za-z_]\w*)) (.+)$/s.exec(field));
  if (named.some((match) => match === null)) {
    const converts = fields.map(integerConverter);
    return (value) => (value as unknown[]).map((item, index) => (item === null ? null : (converts[index]?.(item) ?? item)));
  }
  const converts = new Map(named.map((match) => [match?.[1] ?? match?.[2] ?? '', integerConverter(match?.[3] ?? '')]));
  return (value) => mapValues(value as Record<string, unknown>, (name) => converts.get(name));
}

function mapValues(value: Record<string, unknown>, convertOf: (name: string) => Convert | undefined): Record<string, unknown> {
  const entries = Object.entries(value).map(([name, item]) => [name, item === null ? null : (convertOf(name)?.(item) ?? item)]);
  return Object.fromEntries(entries);
}

/** The arguments of a type at the first level: `Tuple(a Int64, b Array(String))` gives `a Int64` and `b Array(String)`. */
function argumentsOf(type: string): string[] {
  const body = type.slice(type.indexOf('(') + 1, -1);
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < body.length; index++) {
    const character = body[index];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) {
      found.push(body.slice(start, index).trim());
      start = index + 1;
    }
  }
  found.push(body.slice(start).trim());
  return found;
}
