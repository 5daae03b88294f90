import { z } from 'zod';

/** Categories that are shown as one. The facts keep what the source said; taking a merge away brings it back. */
export const categoryMergeSetting = z.strictObject({
  merges: z.array(z.strictObject({ into: z.string().min(1).max(200), from: z.array(z.string().min(1).max(200)).min(1).max(500) })).max(200),
});
