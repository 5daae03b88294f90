import type { z } from 'zod';
import { UserError } from '../../core/model/user-error.ts';
import { nearestName } from '../../core/text/nearest-name.ts';
import { type ConfigurationKey, type ConfigurationKeyName, configurationKeys, type logLevels } from './configuration-keys.ts';

/** What the product runs with. */
export interface Configuration {
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
  /** The sample company goes on by the minute. */
  readonly live: boolean;
  readonly queryMemoryBytes: number;
  /** Null: the engine inside the process. */
  readonly clickhouse: { readonly url: string; readonly user: string; readonly password: string; readonly cluster: string | null } | null;
  /** Null: PostgreSQL inside the process. */
  readonly databaseUrl: string | null;
}

/** Where a value is from. */
export type Origin = 'default' | 'environment' | 'argument';

/** One value as `earshot check` prints it: secrets are masked, null is not set. */
export interface ConfiguredValue {
  readonly name: ConfigurationKeyName;
  readonly doc: string;
  readonly value: string | null;
  readonly origin: Origin;
}

export type Environment = Readonly<Record<string, string | undefined>>;

interface Given {
  readonly text: string | null;
  readonly origin: Origin;
}

const names = Object.keys(configurationKeys) as ConfigurationKeyName[];

/**
 * The configuration: an argument wins over the environment, the environment over the default; empty text counts as not set.
 * @param overrides values given on the command line, by key
 * @throws UserError for a value that is not allowed, and for an unknown EARSHOT_ key by its name
 */
export function readConfiguration(
  environment: Environment,
  overrides: Partial<Record<ConfigurationKeyName, string | undefined>> = {},
): { readonly configuration: Configuration; readonly values: readonly ConfiguredValue[] } {
  refuseUnknown(environment);
  const given = Object.fromEntries(names.map((name) => [name, choose(name, environment, overrides)])) as Record<
    ConfigurationKeyName,
    Given
  >;
  refuseOrphans(given);
  return { configuration: assemble(given), values: names.map((name) => describe(name, given[name])) };
}

function refuseUnknown(environment: Environment): void {
  const unknown = Object.keys(environment).find((name) => name.startsWith('EARSHOT_') && !(name in configurationKeys));
  if (unknown === undefined) return;
  const meant = nearestName(bare(unknown), names.map(bare));
  const nearest = names.find((name) => bare(name) === meant);
  const hint = nearest ? `did you mean ${nearest}?` : `allowed are ${names.join(', ')}.`;
  throw new UserError('configuration', `${unknown} is no setting of Earshot; ${hint}`);
}

function bare(name: string): string {
  return name.replace(/^EARSHOT_/, '');
}

function choose(name: ConfigurationKeyName, environment: Environment, overrides: Environment): Given {
  if (overrides[name]) return { text: overrides[name], origin: 'argument' };
  if (environment[name]) return { text: environment[name], origin: 'environment' };
  return { text: configurationKeys[name].fallback, origin: 'default' };
}

function refuseOrphans(given: Record<ConfigurationKeyName, Given>): void {
  if (given.CLICKHOUSE_URL.text !== null) return;
  const orphan = (['CLICKHOUSE_USER', 'CLICKHOUSE_PASSWORD', 'CLICKHOUSE_CLUSTER'] as const).find(
    (name) => given[name].origin !== 'default',
  );
  if (orphan) throw new UserError('configuration', `${orphan} is set but CLICKHOUSE_URL is not; set both or neither.`);
}

function assemble(given: Record<ConfigurationKeyName, Given>): Configuration {
  const read = <N extends ConfigurationKeyName>(name: N) => parse(name, given[name]);
  const readOptional = <N extends ConfigurationKeyName>(name: N) => (given[name].text === null ? null : read(name));
  const url = readOptional('CLICKHOUSE_URL');
  return {
    dataDirectory: read('EARSHOT_DATA'),
    host: read('HOST'),
    port: read('PORT'),
    logLevel: read('EARSHOT_LOG'),
    live: read('EARSHOT_LIVE'),
    queryMemoryBytes: read('EARSHOT_MEMORY_LIMIT'),
    clickhouse:
      url === null
        ? null
        : { url, user: read('CLICKHOUSE_USER'), password: read('CLICKHOUSE_PASSWORD'), cluster: readOptional('CLICKHOUSE_CLUSTER') },
    databaseUrl: readOptional('DATABASE_URL'),
  };
}

function parse<N extends ConfigurationKeyName>(name: N, { text, origin }: Given): z.output<(typeof configurationKeys)[N]['schema']> {
  const key: ConfigurationKey = configurationKeys[name];
  const parsed = key.schema.safeParse(text);
  if (parsed.success) return parsed.data as z.output<(typeof configurationKeys)[N]['schema']>;
  const called = origin === 'argument' && key.option ? `--${key.option}` : name;
  const shown = key.secret ? '' : ` "${text}"`;
  throw new UserError('configuration', `${called}${shown} cannot be used; allowed: ${key.allowed}.`);
}

function describe(name: ConfigurationKeyName, { text, origin }: Given): ConfiguredValue {
  const key: ConfigurationKey = configurationKeys[name];
  return { name, doc: key.doc, value: key.secret && text ? masked(text) : text, origin };
}

/** An address without its user and password; anything else hidden. */
function masked(text: string): string {
  if (!URL.canParse(text)) return '(hidden)';
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname}`;
}
