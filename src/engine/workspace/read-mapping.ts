import { type Mapping, mappingSchema } from '../../core/import/mapping.ts';
import { UserError } from '../../core/model/user-error.ts';
import { inputSentence } from '../../core/text/input-sentence.ts';

/** A mapping as it was sent or stands in a file. @throws UserError that names the place and what is allowed */
export function readMapping(value: unknown): Mapping {
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError('bad_mapping', `The mapping cannot be used: ${inputSentence(parsed.error, mappingSchema, value)}`);
}
