import { readRejects } from '../../engine/workspace/read-imports.ts';
import type { Handlers } from './handler.ts';

const uploadBytes = 100e9;

/** What brings files in and takes them back. */
export const importHandlers: Pick<
  Handlers,
  'upload' | 'previewImport' | 'startImport' | 'imports' | 'import' | 'undoImport' | 'rejects' | 'removeSample'
> = {
  upload: ({ uploads }, { fileName }, body) => uploads.take(fileName, body.bytes(uploadBytes)),
  previewImport: ({ imports }, input) => imports.preview(input),
  startImport: ({ imports }, input) => imports.start(input),
  imports: ({ imports }) => imports.list(),
  import: ({ imports }, { id }) => imports.get(id),
  undoImport: ({ imports }, { id }) => imports.undo(id),
  rejects: ({ workspace }, { id, limit }) => readRejects(workspace, id, limit),
  removeSample: async ({ imports }) => ({ removed: await imports.removeSample() }),
};
