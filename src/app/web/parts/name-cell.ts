import { formatDuration } from '../../../catalog/charts/format-duration.ts';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { type NamingReader, nameValue } from '../../../catalog/locales/names.ts';
import { valueTexts } from '../../../catalog/locales/values.ts';
import type { Locale } from '../../../core/model/locale.ts';

/** What cells need beside their value. */
export interface CellContext {
  readonly reader: NamingReader;
  readonly zone: string;
  /** Names of the ids of agents and teams. */
  readonly names: Readonly<Record<string, string>>;
}

const lists: Readonly<Record<string, string>> = {
  status: 'status',
  stay_status: 'status',
  priority: 'priority',
  sla_priority: 'priority',
  channel: 'channel',
  ticket_channel: 'channel',
  sla_metric: 'slaMetric',
  sla_outcome: 'slaOutcome',
  first_response_sla: 'slaOutcome',
  resolution_sla: 'slaOutcome',
  actor_kind: 'actor',
  opened_by: 'actor',
  handled_by: 'handledBy',
  direction: 'direction',
  kind: 'surveyKind',
};

const people: ReadonlySet<string> = new Set(['assignee_id', 'handler_id', 'agent_id']);

/** The value of a column of a row as text: instants in the zone, durations, our words, names for ids. Empty when there is nothing. */
export function nameCell(column: string, value: unknown, { reader, zone, names }: CellContext): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return valueTexts.yesNo?.[value ? 'yes' : 'no']?.[reader.locale] ?? '';
  if (column.endsWith('_ms') && !Number.isNaN(Number(value))) return durationCell(column, Number(value), reader.locale);
  if (isInstant(column, value)) return formatInstant(instantOf(value), reader.locale, zone);
  if (typeof value === 'number') return formatCount(value, reader.locale);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return nameText(column, String(value), { reader, zone, names });
}

/** By the clock of working hours, or by the clock of some policy: days would be read as 24 hours. */
const maybeWorkingHours = /^sla_|_business_ms$/;

function durationCell(column: string, durationMs: number, locale: Locale): string {
  return formatDuration(durationMs, locale, { clock: maybeWorkingHours.test(column) ? 'business' : 'calendar' });
}

function nameText(column: string, value: string, { reader, names }: CellContext): string {
  const known = valueTexts[lists[column] ?? '']?.[value]?.[reader.locale];
  if (known !== undefined) return known;
  if (people.has(column)) return nameValue('agent', value, reader, names);
  if ((column === 'language' || column === 'country') && value !== '') return nameValue(column, value, reader);
  return names[value] ?? value;
}

function isInstant(column: string, value: unknown): boolean {
  return (column === 'at' || column.endsWith('_at')) && (typeof value === 'number' || !Number.isNaN(Date.parse(String(value))));
}

/** The store writes instants as `2026-10-26 09:00:00.000`, in UTC. */
function instantOf(value: unknown): string {
  if (typeof value === 'number') return new Date(value).toISOString();
  const text = String(value).replace(' ', 'T');
  return /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
}
