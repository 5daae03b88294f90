import { z } from 'zod';

const factors = { MB: 1e6, GB: 1e9 } as const;

/** A size as people write it, `512 MB` or `1.5 GB` (powers of ten), as whole bytes. */
export const byteSizeSchema = z
  .string()
  .regex(/^\d+(\.\d+)?\s*[MG]B$/i)
  .transform((text) => Math.round(Number.parseFloat(text) * factors[text.slice(-2).toUpperCase() === 'GB' ? 'GB' : 'MB']));
