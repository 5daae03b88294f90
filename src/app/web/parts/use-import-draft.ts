import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Mapping, mappingSchema } from '../../../core/import/mapping.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';
import { countRows } from './count-rows.ts';
import { upload } from './upload.ts';

type Preview = Output<'previewImport'>;

/** A file that has been looked at and waits for its import. */
export interface ReadyDraft {
  readonly kind: 'ready';
  readonly preview: Preview;
  /** What the preview was made of, as changed since. */
  readonly mapping: Mapping;
  /** Corrected mappings of the tables of an archive or workbook, by their names. */
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** The tables to import; null for a file that is one table. */
  readonly members: readonly string[] | null;
  readonly changed: boolean;
  readonly rows: number | null;
  readonly busy: boolean;
  readonly error: Error | null;
  /** The name that the mapping was just kept under. */
  readonly keptAs: string | null;
}

/** A file on its way in. */
export type ImportDraft =
  | { readonly kind: 'none'; readonly error: Error | null }
  | { readonly kind: 'uploading'; readonly fileName: string; readonly share: number }
  | { readonly kind: 'reading'; readonly fileName: string }
  | ReadyDraft
  | { readonly kind: 'started'; readonly id: string };

const start: ImportDraft = { kind: 'none', error: null };
const countable = /\.(csv|tsv|txt|ndjson|jsonl)(\.gz)?$/i;

type Patch = (change: Partial<ReadyDraft>) => void;

/** The steps of an import: bring a file, look at it, correct it, keep how it is read, start it. */
export function useImportDraft() {
  const [draft, setDraft] = useState<ImportDraft>(start);
  const client = useQueryClient();
  const bring = useBringing(setDraft);
  const patch: Patch = (change) => setDraft((before) => (before.kind === 'ready' ? { ...before, ...change } : before));
  const attempt = async (work: (ready: ReadyDraft) => Promise<void>) => {
    if (draft.kind !== 'ready') return;
    patch({ busy: true, error: null, keptAs: null });
    try {
      await work(draft);
    } catch (error) {
      patch({ busy: false, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return {
    draft,
    bring,
    reset: () => setDraft(start),
    setMapping: (mapping: Mapping) => patch({ mapping, changed: true, error: null }),
    setError: (error: Error) => patch({ error }),
    chooseMembers: (members: readonly string[]) => patch({ members }),
    ...rereading(attempt, patch),
    keep: (name: string) =>
      attempt(async ({ mapping, preview }) => {
        await call('saveMapping', { name, mapping, columns: preview.sourceColumns.map((column) => column.name) });
        await client.invalidateQueries({ queryKey: ['mappings'] });
        patch({ busy: false, keptAs: name });
      }),
    begin: () =>
      attempt(async (ready) => {
        const { id } = await call('startImport', readingOf(ready));
        await client.invalidateQueries({ queryKey: ['imports'] });
        setDraft({ kind: 'started', id });
      }),
  };
}

/** Brings a file and looks at it. */
function useBringing(setDraft: (draft: ImportDraft) => void): (file: File) => void {
  const bring = useMutation({
    mutationFn: async (file: File) => {
      setDraft({ kind: 'uploading', fileName: file.name, share: 0 });
      const { upload: id } = await upload(file, (share) => setDraft({ kind: 'uploading', fileName: file.name, share }));
      setDraft({ kind: 'reading', fileName: file.name });
      const preview = await call('previewImport', { upload: id });
      const mapping = mappingSchema.parse(preview.mapping);
      return { preview, mapping, rows: countable.test(file.name) ? await countRows(file, mapping) : null };
    },
    onSuccess: ({ preview, mapping, rows }) => {
      const members = preview.member === null ? null : preview.members.filter(({ used }) => used).map(({ name }) => name);
      const clean = { changed: false, busy: false, error: null, keptAs: null };
      setDraft({ kind: 'ready', preview, mapping, rows, mappings: {}, members, ...clean });
    },
    onError: (error) => setDraft({ kind: 'none', error }),
  });
  return bring.mutate;
}

/** Looks at the file anew: by a corrected mapping, at another table of it, by a mapping that was kept. */
function rereading(attempt: (work: (ready: ReadyDraft) => Promise<void>) => Promise<void>, patch: Patch) {
  const show = (preview: Preview, change: Partial<ReadyDraft> = {}) =>
    patch({ preview, mapping: mappingSchema.parse(preview.mapping), changed: false, busy: false, ...change });
  return {
    check: (mapping: Mapping) =>
      attempt(async (ready) => {
        patch({ mapping, changed: true });
        const mappings = withMapping(ready, mapping);
        show(await call('previewImport', { ...readingOf({ ...ready, mapping, mappings }), ...memberOf(ready) }), { mappings });
      }),
    showMember: (member: string) =>
      attempt(async (ready) => {
        const mappings = ready.changed ? withMapping(ready, ready.mapping) : ready.mappings;
        show(await call('previewImport', { ...readingOf({ ...ready, mappings }), member }), { mappings });
      }),
    readBy: (mappingName: string) =>
      attempt(async ({ preview: { upload: id } }) => show(await call('previewImport', { upload: id, mappingName }))),
  };
}

function memberOf({ preview: { member } }: ReadyDraft): { member?: string } {
  return member === null ? {} : { member };
}

function withMapping({ preview: { member }, mappings }: ReadyDraft, mapping: Mapping): ReadyDraft['mappings'] {
  return member === null ? mappings : { ...mappings, [member]: mapping };
}

/** How the server is to read the file: by one mapping, or by those of its tables. */
function readingOf({ preview: { upload: id, member }, mapping, mappings, members }: ReadyDraft) {
  if (member === null) return { upload: id, target: mapping.target, mapping };
  return { upload: id, mappings, ...(members === null ? {} : { members: [...members] }) };
}
