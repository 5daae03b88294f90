import { z } from 'zod';

/** Who may call: read sees, write brings data, administer changes or removes. */
export type Access = 'read' | 'write' | 'administer';

/** One call. Path parameters stand as `:name` and are part of the input, as are query parameters of a GET. */
export interface Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly doc: string;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** Content types of a body that is a stream of bytes and not the input: the input holds only path and query parameters. */
  readonly streamsIn?: readonly string[];
  /** The answer is a file or a stream, not JSON. */
  readonly streamsOut?: string;
}

/** A declared call with its types kept. */
export function endpoint<I extends z.ZodType, O extends z.ZodType>(declaration: Endpoint<I, O>): Endpoint<I, O> {
  return declaration;
}

/** The input of a call that takes none. */
export const nothing = z.strictObject({});

/** The input of a call about one thing. */
export const identified = z.strictObject({ id: z.string() });

/** What every refusal looks like. */
export const faultSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string().describe('one sentence in English: what is wrong and what is allowed'),
    sentence: z
      .object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
      .optional()
      .describe('the same by its key among the words of the page'),
  }),
});
