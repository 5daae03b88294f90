import { z } from 'zod';

/** Where a ticket is read in the system that it came from, by source. */
export const ticketLinksSetting = z.strictObject({
  templates: z
    .array(
      z.strictObject({
        source: z.string().min(1).max(200).describe('the source of the tickets'),
        name: z.string().min(1).max(60).describe('what the system is called: Zendesk'),
        url: z.string().min(1).max(2000).describe('address of a ticket, https only; {id} stands for its id in the source'),
      }),
    )
    .max(100),
});

export type TicketLinkTemplate = z.output<typeof ticketLinksSetting>['templates'][number];
