import { z } from 'zod';
import { nearestName } from './nearest-name.ts';

type Issue = z.core.$ZodIssue;

/** One sentence about what is wrong with an input: where it is, what stands there and what is allowed. */
export function inputSentence(error: z.ZodError, schema: z.ZodType, input: unknown): string {
  const [issue] = error.issues;
  if (!issue) return 'The input cannot be used.';
  return issueSentence(issue, schema, input);
}

function issueSentence(issue: Issue, schema: z.ZodType, input: unknown): string {
  const place = placeOf(issue.path);
  const value = valueAt(input, issue.path);
  if (issue.code === 'unrecognized_keys') return unknownKeySentence(issue.keys[0] ?? '', place, schemaAt(schema, issue.path));
  if (value === undefined) return `${place} is missing; ${allowed(schemaAt(schema, issue.path))}.`;
  return `${place} cannot be ${shown(value)}; ${allowedBy(issue, schemaAt(schema, issue.path))}.`;
}

function unknownKeySentence(key: string, place: string, schema: z.ZodType | null): string {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const near = nearestName(key, names);
  const hint = near === null ? '' : `did you mean "${near}"? `;
  const where = place === 'the input' ? '' : ` of ${place}`;
  return `"${key}" is no field${where}; ${hint}allowed ${names.length === 0 ? 'are none' : `are ${names.join(', ')}`}.`;
}

function allowedBy(issue: Issue, schema: z.ZodType | null): string {
  switch (issue.code) {
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${quantity(issue.minimum, issue.origin)} needed`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${quantity(issue.maximum, issue.origin)} allowed`;
    case 'invalid_format':
      return issue.format === 'date' ? 'a day such as 2026-10-31 is needed' : allowed(schema);
    case 'custom':
      return issue.message;
    default:
      return allowed(schema);
  }
}

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

function quantity(limit: number | bigint, origin: string): string {
  const unit = units[origin];
  if (!unit) return `${limit} is`;
  return Number(limit) === 1 ? `1 ${unit[0]} is` : `${limit} ${unit[1]} are`;
}

function allowed(schema: z.ZodType | null): string {
  const inner = schema && unwrapped(schema);
  if (inner instanceof z.ZodEnum) return `allowed are ${inner.options.join(', ')}`;
  const said = schema?.description ?? inner?.description;
  const kind = inner ? kindOf(inner) : 'another value';
  return said ? `it is ${kind}: ${said}` : `it is ${kind}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  union: 'a text or an object',
};

function kindOf(schema: z.ZodType): string {
  return kinds[schema.def.type] ?? 'another value';
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the input';
  return `"${path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('')}"`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | null {
  let at: z.ZodType | null = schema;
  for (const key of path) at = at && childOf(unwrapped(at), key);
  return at;
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType | null {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, z.ZodType>)[key] ?? null;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as readonly z.ZodType[];
    return options.map((option) => childOf(unwrapped(option), key)).find((child) => child !== null) ?? null;
  }
  return null;
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  return schema;
}
