import { z } from 'zod';

/** What a figure should be: metric call → value in the metric's unit, durations in milliseconds. */
export const goalsSetting = z.strictObject({ goals: z.record(z.string(), z.number()) });
