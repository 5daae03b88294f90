import { z } from 'zod';

/** The one definition of each metric that this house has chosen: metric → options, variant and parameters as a call writes them, `first_response(clock=calendar)`. */
export const houseDefinitionsSetting = z.strictObject({
  definitions: z
    .record(z.string(), z.string().describe('the call that the bare name stands for, such as first_response(clock=calendar)'))
    .describe('metric → the call that its bare name stands for'),
});
