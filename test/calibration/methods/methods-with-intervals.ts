import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodsOf } from '../../docs/method-document.ts';

const parts = ['stats', 'text', 'identity', 'journeys'] as const;

/** Names of the published methods whose answer holds an interval, by what their source says of its type. @param root the checkout */
export function methodsWithIntervals(root: string): string[] {
  const holds = intervalHolders(declaredTypes(root));
  return parts.flatMap((part) =>
    methodsOf(root, part)
      .filter(({ name, file }) => holds(answerOf(readFileSync(join(root, file), 'utf8'), name)))
      .map(({ name }) => name),
  );
}

/** What is written of each interface and type of the methods, by name: what it extends and its fields. */
function declaredTypes(root: string): Map<string, string> {
  const types = new Map<string, string>();
  for (const part of [...parts, 'model']) {
    const folder = join(root, 'src/core', part);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue;
      for (const [, name = '', text = ''] of readFileSync(join(folder, path), 'utf8').matchAll(declaration))
        types.set(name, withoutComments(text));
    }
  }
  return types;
}

const declaration = /^(?:export )?(?:interface|type) (\w+)((?:.|\n(?=[\s}|]))*)/gm;

/** Without comments, and without types of one field of another. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\w+\['\w+'\]/g, 'unknown');
}

/** Whether a type is, extends or holds an interval, through all types that it names. */
function intervalHolders(types: ReadonlyMap<string, string>): (text: string) => boolean {
  const known = new Map<string, boolean>([['Interval', true]]);
  const holds = (text: string): boolean =>
    /readonly low: [\s\S]*readonly high: /.test(text) || [...text.matchAll(/\b[A-Z]\w+/g)].some(([name]) => isHolder(name));
  const isHolder = (name: string): boolean => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, false);
    const answer = holds(types.get(name) ?? '');
    known.set(name, answer);
    return answer;
  };
  return holds;
}

/** The type that a function of a source is declared to answer. */
function answerOf(source: string, name: string): string {
  const from = source.search(new RegExp(`^export (async )?function\\*? ${name}\\b`, 'm'));
  return /\): ([\s\S]*?) \{\n/.exec(withoutComments(source.slice(from)))?.[1] ?? '';
}
