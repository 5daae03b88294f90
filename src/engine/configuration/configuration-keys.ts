import { z } from 'zod';
import { byteSizeSchema } from './byte-size.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** One value that the environment or the command line may set. */
export interface ConfigurationKey<S extends z.ZodType = z.ZodType> {
  readonly doc: string;
  readonly fallback: string | null;
  readonly schema: S;
  /** What is allowed, as the end of a sentence. */
  readonly allowed: string;
  /** Never printed in full. */
  readonly secret?: true;
  /** The option of the command line, without the dashes. */
  readonly option?: string;
}

const httpUrl = z.url({ protocol: /^https?$/ });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

/** Every key of the configuration. Anything else that begins with EARSHOT_ is refused by name. */
export const configurationKeys = {
  EARSHOT_DATA: {
    doc: 'the folder that holds all data',
    fallback: './data',
    schema: z.string(),
    allowed: 'the path of a folder',
    option: 'data',
  },
  PORT: {
    doc: 'the port of the page and the API; 0 takes any free one',
    fallback: '4000',
    schema: port,
    allowed: 'a whole number from 0 to 65535',
    option: 'port',
  },
  HOST: {
    doc: 'the address that the server listens on',
    fallback: '127.0.0.1',
    schema: z.literal('127.0.0.1'),
    allowed: 'only 127.0.0.1, because there are no accounts yet and whoever reaches the address reads everything',
    option: 'host',
  },
  EARSHOT_LOG: {
    doc: 'how much is logged',
    fallback: 'info',
    schema: z.enum(logLevels),
    allowed: logLevels.join(', '),
    option: 'log',
  },
  EARSHOT_LIVE: {
    doc: 'whether the sample company goes on by the minute after its last day',
    fallback: 'off',
    schema: z.enum(['on', 'off']).transform((text) => text === 'on'),
    allowed: 'on, off',
  },
  EARSHOT_MEMORY_LIMIT: {
    doc: 'the most memory that one question may take',
    fallback: '2 GB',
    schema: byteSizeSchema.refine((bytes) => bytes >= 256e6),
    allowed: 'a size of at least 256 MB, such as 512 MB or 1.5 GB',
  },
  CLICKHOUSE_URL: {
    doc: 'a ClickHouse server in place of the engine inside',
    fallback: null,
    schema: httpUrl,
    allowed: 'an http or https address, such as http://localhost:8123',
    secret: true,
  },
  CLICKHOUSE_USER: { doc: 'its user', fallback: 'default', schema: z.string(), allowed: 'a name' },
  CLICKHOUSE_PASSWORD: { doc: 'its password', fallback: '', schema: z.string(), allowed: 'any text', secret: true },
  CLICKHOUSE_CLUSTER: {
    doc: 'the name of its cluster',
    fallback: null,
    schema: z.string().regex(/^\w+$/),
    allowed: 'letters, digits and _',
  },
  DATABASE_URL: {
    doc: 'a PostgreSQL server in place of the one inside, for settings and boards',
    fallback: null,
    schema: postgresUrl,
    allowed: 'a postgres address, such as postgres://user:password@localhost:5432/earshot',
    secret: true,
  },
} as const satisfies Record<string, ConfigurationKey>;

export type ConfigurationKeyName = keyof typeof configurationKeys;
