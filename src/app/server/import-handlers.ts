import { customFieldColumn } from '../../core/model/custom-field.ts';
import { readCustomFields } from '../../engine/store/custom-fields.ts';
import { readImport, readRejects } from '../../engine/workspace/read-imports.ts';
import { rejectsCsv } from '../../engine/workspace/rejects-csv.ts';
import { savedMappings } from '../../engine/workspace/saved-mappings.ts';
import type { Handlers } from './handler.ts';

const uploadBytes = 100e9;

/** What brings files in and takes them back. */
export const importHandlers: Pick<
  Handlers,
  | 'upload'
  | 'previewImport'
  | 'startImport'
  | 'imports'
  | 'import'
  | 'undoImport'
  | 'rejects'
  | 'rejectsFile'
  | 'mappings'
  | 'mapping'
  | 'saveMapping'
  | 'removeMapping'
  | 'customFields'
  | 'removeSample'
> = {
  upload: ({ uploads }, { fileName }, body) => uploads.take(fileName, body.bytes(uploadBytes)),
  previewImport: ({ imports }, input) => imports.preview(input),
  startImport: ({ imports }, input) => imports.start(input),
  imports: ({ imports }) => imports.list(),
  import: ({ imports }, { id }) => imports.get(id),
  undoImport: ({ imports }, { id }) => imports.undo(id),
  rejects: ({ workspace }, { id, limit }) => readRejects(workspace, id, limit),
  rejectsFile: async ({ workspace }, { id }) => {
    const { fileName } = await readImport(workspace, id);
    return { fileName: `${fileName}.rejects.csv`, contentType: 'text/csv; charset=utf-8', text: rejectsCsv(workspace, id) };
  },
  mappings: ({ workspace }) => savedMappings(workspace).list(),
  mapping: ({ workspace }, { name }) => savedMappings(workspace).get(name),
  saveMapping: ({ workspace }, { name, mapping, columns }) => savedMappings(workspace).save(name, mapping, columns),
  removeMapping: async ({ workspace }, { name }) => {
    await savedMappings(workspace).remove(name);
    return {};
  },
  customFields: async ({ workspace }) =>
    (await readCustomFields(workspace)).map((field) => ({ ...field, column: customFieldColumn(field.name) })),
  removeSample: async ({ imports }) => ({ removed: await imports.removeSample() }),
};
