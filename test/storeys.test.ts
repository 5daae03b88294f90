import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'test', 'bin']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.(tsx?|mjs|cjs)$/.test(path));
const storeys = ['core', 'catalog', 'engine', 'app'];

function contentOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What a file names in `from '…'`, `import '…'` and `import('…')`. */
function importsOf(path: string): string[] {
  const pattern = /(?:^|[\s;])(?:from|import)\s*\(?\s*'([^']+)'/g;
  return [...contentOf(path).matchAll(pattern)].map((match) => match[1] ?? '');
}

function targetsOf(path: string): string[] {
  return importsOf(path)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(path), name)));
}

function storeyOf(path: string): number {
  return path.startsWith('src/') ? storeys.indexOf(path.split('/')[1] ?? '') : storeys.length;
}

const sources = files.filter((path) => path.startsWith('src/') && !/\.(test|contract|bench)\.tsx?$/.test(path));

describe('the house', () => {
  test('is seen by this test', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(targetsOf).length).toBeGreaterThan(100);
  });

  test('has no import that points up', () => {
    const up = sources.flatMap((path) =>
      targetsOf(path)
        .filter((target) => storeyOf(target) > storeyOf(path))
        .map((target) => `${path} → ${target}`),
    );
    expect(up).toEqual([]);
  });

  test('has a core without disk, network and engine', () => {
    const outside = /^(node:|chdb$|pg$|@clickhouse\/|@electric-sql\/|drizzle-orm|@?hono|pino$|react)/;
    const pure = sources.filter((path) => storeyOf(path) < storeys.indexOf('engine'));
    const wrong = pure.filter((path) => importsOf(path).some((name) => outside.test(name)));
    expect(wrong).toEqual([]);
  });

  test('has a core that reads no clock', () => {
    const wrong = sources.filter(
      (path) => path.startsWith('src/core/') && /\bDate\.now\(|\bnew Date\(\)|Temporal\.Now|performance\.now\(/.test(contentOf(path)),
    );
    expect(wrong).toEqual([]);
  });

  test('has a page that reaches the server over HTTP', () => {
    const wrong = sources.filter(
      (path) => path.startsWith('src/app/web/') && targetsOf(path).some((target) => /^src\/(engine|app\/(server|cli))\//.test(target)),
    );
    expect(wrong).toEqual([]);
  });

  test('has no circle of imports', () => {
    expect(findCircle(new Map(sources.map((path) => [path, targetsOf(path)])))).toBeNull();
  });

  test('has no file over 300 lines', () => {
    const long = files.filter((path) => contentOf(path).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  test('has no file that is named after nothing', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|common|types|constants|misc)\.\w+$/.test(path))).toEqual([]);
  });

  test('has no query that writes FINAL: the store adds it', () => {
    const wrong = sources.filter((path) => /sql`[^`]*\bFINAL\b[^`]*`/.test(contentOf(path)));
    expect(wrong).toEqual([]);
  });

  test('names no place of one machine', () => {
    expect(files.filter((path) => contentOf(path).includes(root))).toEqual([]);
  });
});

describe('findCircle', () => {
  test('finds the files of a circle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCircle(graph)).toEqual(['b', 'c', 'b']);
    expect(findCircle(new Map([['a', ['b']]]))).toBeNull();
  });
});

/** The first circle of a graph as the path that closes it, or null. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return null;
}

describe('the lint rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-lint-'));
  const settings = JSON.parse(contentOf('biome.json'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...settings, vcs: { enabled: false } }));
  afterAll(() => rmSync(folder, { recursive: true }));

  function rulesBrokenBy(path: string, content: string): string[] {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const done = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', path], { cwd: folder, encoding: 'utf8' });
    rmSync(join(folder, path));
    const report: { diagnostics: { category: string; severity: string }[] } = JSON.parse(done.stdout);
    return report.diagnostics.filter(({ severity }) => severity === 'error').map(({ category }) => category.split('/').at(-1) ?? '');
  }

  test.each([
    ['src/core/time/a.ts', '../../catalog/metrics/x.ts'],
    ['src/core/time/a.ts', '../../engine/store/x.ts'],
    ['src/core/time/a.ts', 'node:fs'],
    ['src/catalog/metrics/a.ts', '../../engine/store/x.ts'],
    ['src/catalog/metrics/a.ts', '../../app/server/x.ts'],
    ['src/engine/store/a.ts', '../../app/server/x.ts'],
    ['src/app/web/a.ts', '../../engine/store/x.ts'],
    ['src/app/web/a.ts', '../server/x.ts'],
  ])('refuse that %s imports %s', (path, target) => {
    expect(rulesBrokenBy(path, `import { x } from '${target}';\n\nexport const y = x;\n`)).toContain('noRestrictedImports');
  });

  test('let a storey import what is below it', () => {
    const content =
      "import { readFileSync } from 'node:fs';\nimport { x } from '../../core/model/x.ts';\n\nexport const y = readFileSync(x);\n";
    expect(rulesBrokenBy('src/engine/store/a.ts', content)).toEqual([]);
  });

  test.each([
    ['noExplicitAny', 'export const x: any = 1;\n'],
    ['noNonNullAssertion', 'export const f = (x: number | null) => x!;\n'],
    ['noDefaultExport', 'const x = 1;\nexport default x;\n'],
    ['noEnum', 'export enum E {\n  A,\n}\n'],
    ['noExcessiveLinesPerFunction', `export function f(): void {\n${'  console.info(1);\n'.repeat(51)}}\n`],
    ['noExcessiveLinesPerFile', 'console.info(1);\n'.repeat(301)],
    [
      'noExcessiveCognitiveComplexity',
      `export function f(x: number): number {\n${'  if (x > 1 && x < 9) return 2;\n'.repeat(7)}  return x;\n}\n`,
    ],
    ['noFloatingPromises', 'async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n'],
  ])('hold %s', (rule, content) => {
    expect(rulesBrokenBy('src/engine/store/a.ts', content)).toContain(rule);
  });

  test('hold the names of files', () => {
    expect(rulesBrokenBy('src/engine/store/aB_c.ts', 'export const x = 1;\n')).toContain('useFilenamingConvention');
  });
});
