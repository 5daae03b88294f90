const deepest = 4;

/**
 * One JSON object as cells under dotted paths; lists of plain values are joined with commas, lists of objects stay JSON.
 * Null when the text is no JSON object. Whole numbers keep all their digits.
 */
export function flattenJson(text: string): Map<string, string> | null {
  const value = parse(text);
  if (!isObject(value)) return null;
  const cells = new Map<string, string>();
  try {
    collect(cells, '', value, 0);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return cells;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(withLongNumbersQuoted(text));
  } catch {
    return null;
  }
}

/** JSON.parse cuts whole numbers beyond 2^53. */
function withLongNumbersQuoted(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) => (token.startsWith('"') ? token : `"${token}"`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collect(cells: Map<string, string>, prefix: string, value: Record<string, unknown>, depth: number): void {
  for (const [name, item] of Object.entries(value)) {
    const path = prefix + name;
    if (isObject(item) && depth < deepest) collect(cells, `${path}.`, item, depth + 1);
    else cells.set(path, cellOf(item));
  }
}

function cellOf(value: unknown): string {
  if (value === null) return '';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
