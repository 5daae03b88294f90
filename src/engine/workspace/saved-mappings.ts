import type { Mapping } from '../../core/import/mapping.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { DocumentVersion } from '../meta/versioned-documents.ts';
import { notKnown } from '../query/not-known.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { readMapping } from './read-mapping.ts';

type SavedMapping = Output<'mapping'>;
type MetaOwner = Pick<OpenWorkspace, 'meta' | 'hasMeta'>;

const mostMappings = 500;

/** Mappings under a name, with the header of the file that each was made for. Where nothing was ever saved, nothing is opened. */
export interface SavedMappings {
  list(): Promise<SavedMapping[]>;
  /** @throws UserError when there is none of this name */
  get(name: string): Promise<SavedMapping>;
  /** Replaces the one of this name; the old one stays in the history. */
  save(name: string, mapping: unknown, columns: readonly string[]): Promise<SavedMapping>;
  remove(name: string): Promise<void>;
  /** The one that was last saved for a file with these columns, in any order; null when there is none. */
  forColumns(columns: readonly string[]): Promise<{ readonly name: string; readonly mapping: Mapping } | null>;
}

export function savedMappings(workspace: MetaOwner): SavedMappings {
  const list = async () => {
    if (!workspace.hasMeta()) return [];
    return (await (await workspace.meta()).mappings.list()).flatMap(readDocument);
  };
  const get = async (name: string) => {
    const all = await list();
    const found = all.find((saved) => saved.name === name);
    if (found) return found;
    throw notKnown(
      'saved mapping',
      name,
      all.map((saved) => saved.name),
    );
  };
  return {
    list,
    get,
    save: async (name, value, columns) => {
      const mapping = readMapping(value);
      const all = await list();
      if (all.length >= mostMappings && !all.some((saved) => saved.name === name))
        throw new UserError('mappings_full', `There are ${mostMappings} saved mappings, which is all there may be: remove one first.`);
      await (await workspace.meta()).mappings.set(name, { mapping, columns });
      return get(name);
    },
    remove: async (name) => {
      await get(name);
      await (await workspace.meta()).mappings.remove(name);
    },
    forColumns: async (columns) => {
      const header = headerOf(columns);
      const fitting = (await list()).filter((saved) => headerOf(saved.columns) === header);
      const [latest] = fitting.sort((left, right) => (left.changedAt < right.changedAt ? 1 : -1));
      return latest ? { name: latest.name, mapping: readMapping(latest.mapping) } : null;
    },
  };
}

function headerOf(columns: readonly string[]): string {
  return JSON.stringify([...columns].sort());
}

/** One that an older version wrote and this one cannot read is no mapping any more. */
function readDocument({ name, value, changedAt }: DocumentVersion): SavedMapping[] {
  const { mapping, columns } = (value ?? {}) as Partial<SavedMapping>;
  if (!mapping || !Array.isArray(columns)) return [];
  return [{ name, mapping, columns, changedAt: new Date(changedAt).toISOString() }];
}
