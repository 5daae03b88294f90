import { describe, expect, test } from 'vitest';
import { readConfiguration } from './read-configuration.ts';

const originOf = (name: string, values: ReturnType<typeof readConfiguration>['values']) => values.find((value) => value.name === name);

describe('readConfiguration', () => {
  test('has a default for everything', () => {
    const { configuration, values } = readConfiguration({});
    expect(configuration).toEqual({
      dataDirectory: './data',
      host: '127.0.0.1',
      port: 4000,
      logLevel: 'info',
      live: false,
      queryMemoryBytes: 2e9,
      clickhouse: null,
      databaseUrl: null,
    });
    expect(values.every((value) => value.origin === 'default')).toBe(true);
  });

  test('lets an argument win over the environment, and says where each value is from', () => {
    const { configuration, values } = readConfiguration({ PORT: '5000', EARSHOT_DATA: '/a' }, { EARSHOT_DATA: '/b' });
    expect(configuration.port).toBe(5000);
    expect(configuration.dataDirectory).toBe('/b');
    expect(originOf('PORT', values)).toMatchObject({ value: '5000', origin: 'environment' });
    expect(originOf('EARSHOT_DATA', values)).toMatchObject({ value: '/b', origin: 'argument' });
    expect(originOf('HOST', values)).toMatchObject({ value: '127.0.0.1', origin: 'default' });
  });

  test('takes empty text as not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '' }).configuration).toMatchObject({ port: 4000, databaseUrl: null });
  });

  test('reads servers in place of the engines inside, and prints neither user nor password', () => {
    const { configuration, values } = readConfiguration({
      CLICKHOUSE_URL: 'https://reader:secret1@ch.example:8443',
      CLICKHOUSE_PASSWORD: 'secret2',
      CLICKHOUSE_CLUSTER: 'main',
      DATABASE_URL: 'postgres://earshot:secret3@pg.example/earshot',
    });
    expect(configuration.clickhouse).toEqual({
      url: 'https://reader:secret1@ch.example:8443',
      user: 'default',
      password: 'secret2',
      cluster: 'main',
    });
    expect(JSON.stringify(values)).not.toContain('secret');
    expect(originOf('DATABASE_URL', values)?.value).toBe('postgres://pg.example/earshot');
  });

  test.each([
    [{ EARSHOT_DATE: 'x' }, 'EARSHOT_DATE is no setting of Earshot; did you mean EARSHOT_DATA?'],
    [{ EARSHOT_PORT: '1' }, 'EARSHOT_PORT is no setting of Earshot; did you mean PORT?'],
    [{ PORT: '70000' }, 'PORT "70000" cannot be used; allowed: a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT "-1" cannot be used; allowed: a whole number from 0 to 65535.'],
    [{ EARSHOT_LOG: 'loud' }, 'EARSHOT_LOG "loud" cannot be used; allowed: fatal, error, warn, info, debug, trace, silent.'],
    [
      { EARSHOT_MEMORY_LIMIT: '1 MB' },
      'EARSHOT_MEMORY_LIMIT "1 MB" cannot be used; allowed: a size of at least 256 MB, such as 512 MB or 1.5 GB.',
    ],
    [{ CLICKHOUSE_USER: 'me' }, 'CLICKHOUSE_USER is set but CLICKHOUSE_URL is not; set both or neither.'],
    [
      { CLICKHOUSE_URL: 'ftp://u:secret@h' },
      'CLICKHOUSE_URL cannot be used; allowed: an http or https address, such as http://localhost:8123.',
    ],
  ])('refuses %j with one sentence', (environment, sentence) => {
    expect(() => readConfiguration(environment)).toThrow(sentence);
  });

  test('listens on loopback only, and says why', () => {
    expect(() => readConfiguration({ HOST: '0.0.0.0' })).toThrow(/^HOST "0\.0\.0\.0" cannot be used; allowed: only 127\.0\.0\.1, because/);
  });

  test('lists what is allowed when no known name is near', () => {
    expect(() => readConfiguration({ EARSHOT_XYZZYPLUGH: '1' })).toThrow(/allowed are EARSHOT_DATA, PORT, HOST/);
  });

  test('names the option when a bad value was an argument', () => {
    expect(() => readConfiguration({}, { PORT: 'abc' })).toThrow('--port "abc" cannot be used');
  });

  test.each([
    ['512 MB', 512e6],
    ['1.5gb', 1.5e9],
  ])('reads the size %s', (text, bytes) => {
    expect(readConfiguration({ EARSHOT_MEMORY_LIMIT: text }).configuration.queryMemoryBytes).toBe(bytes);
  });
});
