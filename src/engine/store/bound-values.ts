import type { BoundValue } from '../../core/sql/sql.ts';
import { quoted } from './statement-settings.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A value in the form in which ClickHouse reads the value of a `{name:Type}` placeholder: tab-separated rules at the top, quoted strings inside arrays. */
export function placeholderText(value: BoundValue): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'object') return `[${value.map(elementText).join(',')}]`;
  return scalarText(value);
}

/**
 * A statement that gives the session the values of the placeholders of its next statement. chDB's own `queryBindAsync` runs all bound
 * statements of the process one after another, so one long query would stop every other; parameters of a session do not.
 */
export function bindStatement(parameters: Readonly<Record<string, BoundValue>>): string {
  const settings = Object.entries(parameters).map(([name, value]) => `param_${name} = ${quoted(placeholderText(value))}`);
  return `SET ${settings.join(', ')}`;
}

function elementText(value: string | number | bigint): string {
  return typeof value === 'string' ? `'${escaped(value).replaceAll("'", "\\'")}'` : scalarText(value);
}

function scalarText(value: number | bigint | boolean): string {
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return String(value);
}

function escaped(value: string): string {
  return value.replace(/[\\\0\b\f\n\r\t]/g, (character) => escapes[character] ?? character);
}
