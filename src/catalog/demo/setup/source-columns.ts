import type { TicketChannel } from '../desk.ts';

/** The help desk of the demo company: the source of all rows but those of the web form. */
export const demoSource = 'demo';
/** The web form has a feed of its own. */
const formSource = 'demo-form';

/** Every source of the demo company. */
export const demoSources: readonly string[] = [demoSource, formSource];

/** The feed that a ticket comes by. */
export function sourceOf(channel: TicketChannel): string {
  return channel === 'form' ? formSource : demoSource;
}

/** When the setup was written down: before the first ticket. */
const setupAt = Date.UTC(2024, 9, 1);

/** Id, source, version and import of a row of the setup. */
export function setupColumns(sourceId: string, importId: string) {
  return { id: `${demoSource}:${sourceId}`, source: demoSource, version: setupAt, import_id: importId };
}
