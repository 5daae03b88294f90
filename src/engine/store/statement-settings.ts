import { totalmem } from 'node:os';
import type { Limits } from './store.ts';

export type Settings = Readonly<Record<string, string | number>>;

/** What every statement of ours runs under, on both stores. */
export const statementSettings: Settings = {
  final: 1,
  do_not_merge_across_partitions_select_final: 1,
  use_skip_indexes_if_final: 1,
  distributed_product_mode: 'global',
  session_timezone: 'UTC',
  date_time_input_format: 'best_effort',
  input_format_null_as_default: 0,
  input_format_skip_unknown_fields: 1,
  max_partitions_per_insert_block: 10_000,
  optimize_on_insert: 0,
  async_insert: 0,
  mutations_sync: 2,
  alter_sync: 2,
  output_format_json_quote_64bit_integers: 1,
  max_query_size: 1_000_000_000,
};

const readSeconds = 60;
const streamSeconds = 600;
const writeSeconds = 3600;

/** Limits of a statement that reads: 60 s and half of the machine's memory when the caller names none. */
export function readLimits(limits: Limits = {}): Settings {
  return limitSettings(limits, readSeconds);
}

/** Limits of a statement that is read in blocks, whose time runs while the reader is busy: ten minutes and half of the machine's memory when the caller names none. */
export function streamLimits(limits: Limits = {}): Settings {
  return limitSettings(limits, streamSeconds);
}

/** Limits of a statement that writes: an hour and half of the machine's memory when the caller names none. */
export function writeLimits(limits: Limits = {}): Settings {
  return limitSettings(limits, writeSeconds);
}

function limitSettings(limits: Limits, seconds: number): Settings {
  return {
    max_execution_time: limits.maxSeconds ?? seconds,
    max_memory_usage: Math.floor(limits.maxMemoryBytes ?? totalmem() / 2),
  };
}

/** The statement with a SETTINGS clause at its end. Statements of ours never carry one of their own. */
export function withSettings(text: string, settings: Settings): string {
  return `${text}\nSETTINGS ${assignments(settings)}`;
}

/** A statement that puts settings on the session. */
export function setStatement(settings: Settings): string {
  return `SET ${assignments(settings)}`;
}

function assignments(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? String(value) : quoted(value)}`)
    .join(', ');
}

/** A string literal of ClickHouse. */
export function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;
}
