import { z } from 'zod';

const texts = z.array(z.string().min(1).max(200)).max(1000);

/** What makes a ticket a complaint, beside the mark of the source. */
export const complaintRuleSetting = z.strictObject({
  marked: z.boolean().describe('the mark of the source counts'),
  categories: texts.describe('every ticket of these categories'),
  tags: texts.describe('every ticket with one of these tags'),
});
