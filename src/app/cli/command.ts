import type { ParseArgsConfig } from 'node:util';
import type { ConfigurationKeyName } from '../../engine/configuration/configuration-keys.ts';
import type { Configuration, ConfiguredValue } from '../../engine/configuration/read-configuration.ts';
import type { Connection } from './connection.ts';

export const formats = ['table', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

/** An option of a command, as node:util reads it, with a line of help. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly doc: string;
  /** Stands for the value in the help. */
  readonly value?: string;
  readonly multiple?: boolean;
  /** What it may be. */
  readonly allowed?: readonly string[];
}

export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** What was asked for on the command line. */
export interface Arguments {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

/** What a command runs with. */
export interface CommandContext {
  readonly arguments: Arguments;
  readonly configuration: Configuration;
  readonly configured: readonly ConfiguredValue[];
  readonly format: Format;
  /** A server that holds the data directory, or the directory itself. Closed after the command. */
  connect(): Promise<Connection>;
  /** The answer, on standard output. */
  print(text: string): void;
  /** What happens meanwhile, on standard error. */
  tell(text: string): void;
}

/** One word after `earshot`. */
export interface Command {
  readonly name: string;
  readonly doc: string;
  /** How it is called, without `earshot`. */
  readonly usage: string;
  /** How many words it takes besides options: at least, at most. */
  readonly positionals: readonly [least: number, most: number];
  readonly options: CommandOptions;
  /** How its answer may be written, where that is not every way. */
  readonly formats?: readonly Format[];
  /** It only reads facts: a data directory that is not there is a slip of the pen and is not made. */
  readonly readsFacts?: true;
  /** Keys of the configuration that it takes as options, besides --data. */
  readonly configures?: readonly ConfigurationKeyName[];
  /** Resolves to the exit code. */
  readonly run: (context: CommandContext) => Promise<number>;
}

/** Options in the form that node:util takes. */
export function parseConfig(options: CommandOptions): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]));
}
