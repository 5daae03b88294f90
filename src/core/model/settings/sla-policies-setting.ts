import { z } from 'zod';

const texts = z.array(z.string().min(1).max(200)).max(200);

/** Targets, first match in order. A change holds for what is asked from then on. */
export const slaPoliciesSetting = z.strictObject({
  policies: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        name: z.string().min(1).max(200),
        channels: texts.describe('empty is all'),
        teams: texts.describe('empty is all'),
        categories: texts.describe('empty is all'),
        targets: z
          .array(
            z.strictObject({
              metric: z.enum(['first_response', 'next_response', 'resolution', 'requester_wait', 'agent_work']),
              priority: z.enum(['', 'low', 'normal', 'high', 'urgent']).describe('empty is any'),
              targetMs: z
                .number()
                .int()
                .min(1000)
                .max(366 * 86_400_000),
              clock: z.enum(['business', 'calendar']),
            }),
          )
          .max(100),
      }),
    )
    .max(100),
});

/** One policy with its targets. */
export type PolicySetting = z.output<typeof slaPoliciesSetting>['policies'][number];
