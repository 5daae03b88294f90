import type { TicketLinkTemplate } from '../model/settings/ticket-links-setting.ts';

/** A ticket in the system that it came from. */
export interface TicketLink {
  /** What the system is called. */
  readonly name: string;
  readonly url: string;
}

/** Where a ticket stands in its source; null where the house has said nothing of that source. @param id of the ticket, `source:id` */
export function ticketLink(templates: readonly TicketLinkTemplate[], source: string, id: string): TicketLink | null {
  const template = templates.find((one) => one.source === source);
  if (template === undefined) return null;
  const idOfSource = id.startsWith(`${source}:`) ? id.slice(source.length + 1) : id;
  return { name: template.name, url: template.url.replaceAll('{id}', encodeURIComponent(idOfSource)) };
}
