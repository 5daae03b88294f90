import type { z } from 'zod';
import { inputSentence } from '../../text/input-sentence.ts';
import { UserError } from '../user-error.ts';
import { type SettingFaultKind, settingFault } from './setting-fault.ts';

const kindOfField: Readonly<Record<string, SettingFaultKind>> = { name: 'name', targetMs: 'target' };

/** The refusal of a setting that its schema does not allow, in the words of the page where they are known. */
export function schemaFault(error: z.ZodError, schema: z.ZodType, value: unknown): UserError {
  const message = inputSentence(error, schema, value);
  const path = error.issues[0]?.path ?? [];
  const field = String(path.at(-1) ?? '');
  const kind = path[0] === 'goals' ? 'goal' : kindOfField[field];
  if (kind === undefined || path.length < 2) return new UserError('bad_setting', message);
  return settingFault(kind, { name: kind === 'goal' ? field : nameOn(path, value) }, message);
}

/** The name of the entry that a path leads into. */
function nameOn(path: readonly PropertyKey[], value: unknown): string {
  let at: unknown = value;
  let name = '';
  for (const key of path) {
    at = (at as Record<PropertyKey, unknown> | null | undefined)?.[key];
    const own = (at as { readonly name?: unknown } | null | undefined)?.name;
    if (typeof own === 'string') name = own;
  }
  return name;
}
