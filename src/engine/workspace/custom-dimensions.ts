import { customFieldDimension } from '../../catalog/dimensions/custom-field-dimension.ts';
import type { Dimension } from '../../core/model/dimension.ts';
import { readCustomFields } from '../store/custom-fields.ts';
import type { Workspace } from '../store/workspace.ts';
import type { WrittenSignal } from './written-signal.ts';

const bringsFields: readonly string[] = ['tickets', 'ticket_records', 'imports'];

/** The fields of the house's own as dimensions, read again only after a write that may have brought one. */
export function customDimensions(workspace: Workspace, written: WrittenSignal): () => Promise<readonly Dimension[]> {
  let known: Promise<readonly Dimension[]> | null = null;
  written.listen(({ entities }) => {
    if (entities.some((entity) => bringsFields.includes(entity))) known = null;
  });
  return () => {
    known ??= readCustomFields(workspace)
      .then((fields) => fields.map(customFieldDimension))
      .catch((error: unknown) => {
        known = null;
        throw error;
      });
    return known;
  };
}
