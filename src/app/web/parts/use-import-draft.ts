import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Mapping, mappingSchema } from '../../../core/import/mapping.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';
import { countRows } from './count-rows.ts';
import { upload } from './upload.ts';

type Preview = Output<'previewImport'>;

/** A file on its way in. */
export type ImportDraft =
  | { readonly kind: 'none'; readonly error: string | null }
  | { readonly kind: 'uploading'; readonly fileName: string; readonly share: number }
  | { readonly kind: 'reading'; readonly fileName: string }
  | {
      readonly kind: 'ready';
      readonly preview: Preview;
      /** What the preview was made of, as changed since. */
      readonly mapping: Mapping;
      readonly changed: boolean;
      readonly rows: number | null;
      readonly busy: boolean;
      readonly error: string | null;
    }
  | { readonly kind: 'started'; readonly id: string };

const start: ImportDraft = { kind: 'none', error: null };

/** The steps of an import: bring a file, look at it, correct it, start it. */
export function useImportDraft() {
  const [draft, setDraft] = useState<ImportDraft>(start);
  const client = useQueryClient();
  const bring = useMutation({
    mutationFn: async (file: File) => {
      setDraft({ kind: 'uploading', fileName: file.name, share: 0 });
      const { upload: id } = await upload(file, (share) => setDraft({ kind: 'uploading', fileName: file.name, share }));
      setDraft({ kind: 'reading', fileName: file.name });
      const preview = await call('previewImport', { upload: id });
      const mapping = mappingSchema.parse(preview.mapping);
      return { preview, mapping, rows: await countRows(file, mapping) };
    },
    onSuccess: ({ preview, mapping, rows }) =>
      setDraft({ kind: 'ready', preview, mapping, rows, changed: false, busy: false, error: null }),
    onError: (error) => setDraft({ kind: 'none', error: error.message }),
  });
  const patch = (change: Partial<Extract<ImportDraft, { kind: 'ready' }>>) =>
    setDraft((before) => (before.kind === 'ready' ? { ...before, ...change } : before));
  return {
    draft,
    bring: (file: File) => bring.mutate(file),
    reset: () => setDraft(start),
    setMapping: (mapping: Mapping) => patch({ mapping, changed: true, error: null }),
    setError: (error: string) => patch({ error }),
    check: async (mapping: Mapping) => {
      if (draft.kind !== 'ready') return;
      patch({ mapping, busy: true, error: null });
      try {
        const preview = await call('previewImport', { upload: draft.preview.upload, target: mapping.target, mapping });
        patch({ preview, mapping: mappingSchema.parse(preview.mapping), changed: false, busy: false });
      } catch (error) {
        patch({ busy: false, changed: true, error: messageOf(error) });
      }
    },
    begin: async () => {
      if (draft.kind !== 'ready') return;
      patch({ busy: true, error: null });
      try {
        const { id } = await call('startImport', { upload: draft.preview.upload, mapping: draft.mapping });
        await client.invalidateQueries({ queryKey: ['imports'] });
        setDraft({ kind: 'started', id });
      } catch (error) {
        patch({ busy: false, error: messageOf(error) });
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
