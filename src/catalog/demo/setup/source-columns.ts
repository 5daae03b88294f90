/** The source of every row of the demo company. */
export const demoSource = 'demo';

/** When the setup was written down: before the first ticket. */
const setupAt = Date.UTC(2024, 9, 1);

/** Id, source, version and import of a row of the setup. */
export function setupColumns(sourceId: string, importId: string) {
  return { id: `${demoSource}:${sourceId}`, source: demoSource, version: setupAt, import_id: importId };
}
