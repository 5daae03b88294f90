/** A published or trusted number beside ours. */
export interface Case {
  readonly method: string;
  readonly reference: number;
  readonly ours: () => number;
  /** How far ours may be: to a share of the reference, or by itself; `atLeast` and `atMost` for gates. */
  readonly tolerance: { readonly relative: number } | { readonly absolute: number } | 'at least' | 'at most' | 'below';
}

/** A number out of the reference folder: any JSON. */
// biome-ignore lint/suspicious/noExplicitAny: each file of the reference folder has a shape of its own
export type Reference = any;

/** The cases of one part of the library. */
export interface Group {
  readonly name: string;
  readonly cases: (folders: Folders) => readonly Case[];
}

/** Where numbers and data are read from. */
export interface Folders {
  /** A JSON file of the reference folder, without its ending. */
  readonly reference: (name: string) => Reference;
  /** A file of the data folder as text; what is packed by gzip is unpacked. */
  readonly text: (path: string) => string;
  /** A table of the data folder: columns by name, as texts. */
  readonly table: (path: string, separator?: string) => Readonly<Record<string, readonly string[]>>;
}

/** Numbers of a column. */
export function numbers(texts: readonly string[] | undefined): Float64Array {
  if (!texts) throw new Error('the table has no such column');
  return Float64Array.from(texts, Number);
}

/** One case for each number of two lists of the same length. */
export function casesOf(method: string, reference: readonly number[], ours: () => ArrayLike<number>, tolerance: Case['tolerance']): Case[] {
  let known: ArrayLike<number> | null = null;
  return reference.map((value, index) => ({
    method: `${method} [${index}]`,
    reference: value,
    ours: () => {
      known ??= ours();
      return known[index] ?? Number.NaN;
    },
    tolerance,
  }));
}
