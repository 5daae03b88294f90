import { JsonWalker, topLevel } from './json-walker.ts';

/** Where the records of a JSON document lie, and the first of them. */
export interface JsonRecords {
  /** Names parted by points; '' where the document itself is the list, '.' where objects stand side by side. */
  readonly path: string;
  readonly texts: readonly string[];
  /** Other lists of objects, which are not read. */
  readonly others: readonly string[];
}

/**
 * Finds the longest list of objects in the beginning of a JSON document, or the one at `known`; null when there is none and the text is no object either.
 * @param most how many records are wanted
 */
export function findJsonRecords(text: string, most: number, known?: string): JsonRecords | null {
  const bytes = new TextEncoder().encode(text);
  if (known !== undefined) {
    const texts = listsOf(bytes, (path) => path === known, most).get(known);
    return texts ? { path: known, texts, others: [] } : null;
  }
  const lists = listsOf(bytes, (path) => path !== topLevel, most);
  const [longest, ...others] = [...lists].sort(([, left], [, right]) => right.length - left.length);
  if (longest) return { path: longest[0], texts: longest[1], others: others.map(([path]) => path) };
  const objects = listsOf(bytes, (path) => path === topLevel, most).get(topLevel);
  return objects ? { path: topLevel, texts: objects, others: [] } : null;
}

function listsOf(bytes: Uint8Array, wanted: (path: string) => boolean, most: number): Map<string, string[]> {
  const walker = new JsonWalker(wanted);
  const lists = new Map<string, string[]>();
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; ) {
    const found = walker.next(bytes, at);
    if (typeof found === 'number') break;
    at = found.end;
    if (bytes[found.start] !== 0x7b) continue;
    const texts = lists.get(found.path) ?? [];
    if (texts.length < most) texts.push(decoder.decode(bytes.subarray(found.start, found.end)));
    lists.set(found.path, texts);
  }
  return lists;
}
