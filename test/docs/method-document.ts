import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** An exported function of the package, as its source describes it. */
export interface DocumentedMethod {
  readonly name: string;
  readonly file: string;
  /** Without what is said of parameters, results and errors, where it says more than that; empty without a docstring. */
  readonly text: string;
  /** Errors, where it names any. */
  readonly refuses: string;
}

const parts = ['stats', 'text', 'identity', 'journeys'] as const;
const notice = '<!-- Made from the source by `npm run docs`. Change the docstring, not this page. -->';

/** The page `docs/methods.md`: every function that another project can use, by part and folder. @param root the checkout */
export function methodDocument(root: string): string {
  const chapters = parts.map((part) => chapterOf(root, part));
  return `${notice}\n\n# Methods\n\nThe methods of Earshot run on their own: plain or typed arrays in, plain objects out, no database, clock or network; chance comes from a \`seed\`. What cannot be answered is refused with a \`UserError\` of one sentence. \`npm run references\` compares them with published figures, \`npm run calibration -- --methods\` holds tests and intervals to what they state, \`npm run bench -- stats\` times them.\n\n${chapters.join('\n\n')}\n`;
}

function chapterOf(root: string, part: string): string {
  const index = join(root, 'src/core', part, 'index.ts');
  const [introduction] = describedBy(/\/\*\*([\s\S]*?)\*\//.exec(readFileSync(index, 'utf8'))?.[1] ?? '');
  const methods = methodsOf(root, part);
  const folderOf = ({ file }: DocumentedMethod) => relative(join('src/core', part), dirname(file));
  const sections = [...new Set(methods.map(folderOf))].map((folder) => {
    const entries = methods.filter((method) => folderOf(method) === folder).map(entryOf);
    return `### ${titleOf(folder)}\n\n${entries.join('\n')}`;
  });
  return `## earshot/${part}\n\n${introduction}\n\n${sections.join('\n\n')}`;
}

function titleOf(folder: string): string {
  const words = folder.replaceAll('-', ' ').replaceAll('/', ', ');
  return words === '' ? 'General' : words.charAt(0).toUpperCase() + words.slice(1);
}

function entryOf({ name, file, text, refuses }: DocumentedMethod): string {
  return `- [\`${name}\`](../${file}): ${text}${refuses === '' ? '' : ` *Refuses ${refuses}.*`}`;
}

/** The exported functions of a part in the order of its index. */
export function methodsOf(root: string, part: string): DocumentedMethod[] {
  const folder = join(root, 'src/core', part);
  const files = [...readFileSync(join(folder, 'index.ts'), 'utf8').matchAll(/^export (?!type)[^;]*? from '(\.[^']+)'/gm)].map(
    ([, path = '']) => join(folder, path),
  );
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return [...source.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export (?:async )?function\*? (\w+)/g)].map(
      ([, comment = '', name = '']) => {
        const [text, refuses] = describedBy(comment);
        return { name, file: relative(root, file), text, refuses };
      },
    );
  });
}

/** The description in a docstring on one line, and what follows "UserError" or stands in its place after `@throws`. */
function describedBy(comment: string): readonly [string, string] {
  const line = comment
    .replaceAll(/\n\s*\* ?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [text = '', ...tags] = line.split(/\s*@(?=param|returns|throws)/);
  const thrown = tags.find((tag) => tag.startsWith('throws '))?.slice('throws '.length) ?? '';
  return [text === '' ? tags.join('; ') : text, thrown.replace(/^UserError (`\w+` )?(for )?/, '').replace(/\.$/, '')];
}
