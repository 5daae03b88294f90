import { z } from 'zod';

/** What is only thanks: such a message asks nothing, and a reopening that brings nothing else does not count. */
export const courtesySetting = z.strictObject({
  enabled: z.boolean().describe('false: every message is a question and every reopening counts'),
  words: z.array(z.string().min(1).max(100)).max(1000).describe('added to the words that Earshot knows in each language'),
});
