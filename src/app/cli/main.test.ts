import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMain } from '../../../test/run-main.ts';
import { commands } from './commands.ts';

describe('main', () => {
  let directory = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'earshot-main-'));
    await writeFile(join(directory, 'letter.txt'), 'Dear Sir');
    await writeFile(join(directory, 'broken.json'), '{"version": 1');
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  test.each([
    [['querry'], 2, '"querry" is no command of Earshot; did you mean "query"? allowed are serve, demo, import'],
    [['query'], 2, '"earshot query" needs more: earshot query METRICS'],
    [['query', 'created', '--perid', 'all'], 2, '--perid is no option of "earshot query"; did you mean --period?'],
    [['query', 'created', '--format', 'xml'], 2, '--format cannot be "xml"; allowed are table, json, csv.'],
    [['home', '--format', 'csv'], 2, '--format cannot be "csv"; allowed are table, json.'],
    [['query', 'created', '--filter', 'channel is x'], 2, '--filter "channel is x" has no operator; write \'channel any of email,chat\''],
    [['rows', 'created', '--group', 'priority', '--data', '.'], 2, '--group "priority" names no value; write it as priority=high'],
    [['import'], 2, '"earshot import" needs a file'],
    [['import', 'x.csv', '--undo', 'y'], 2, '--undo takes an import back and needs no file'],
    [['demo', '--tickets', 'many'], 2, '--tickets cannot be "many"; a whole number of at least 1 is needed.'],
    [['serve', '--port', '70000'], 1, '--port "70000" cannot be used; allowed: a whole number from 0 to 65535.'],
    [['serve', '--host', '0.0.0.0'], 1, '--host "0.0.0.0" cannot be used; allowed: only 127.0.0.1'],
    [['demo', '--tickets', '-5'], 2, '--tickets cannot be "-5"; a whole number of at least 1 is needed.'],
    [['query', 'created', '--data', '/nowhere/at/all'], 1, 'There is no folder /nowhere/at/all; name the one that holds your data'],
    [['help', 'querry'], 2, '"querry" is no command of Earshot; did you mean "query"?'],
  ] as const)('refuses %j with one sentence', async (argv, code, sentence) => {
    const refused = await runMain(argv);
    expect(refused.said).toContain(sentence);
    expect(refused.said).not.toContain('\n');
    expect(refused).toMatchObject({ code, out: '' });
  });

  test.each([
    ['letter.txt', 'it is no JSON object.'],
    ['broken.json', 'it is no JSON object.'],
    ['nowhere.json', 'there is no such file.'],
  ])('refuses %s as a mapping before anything is opened', async (name, sentence) => {
    const path = join(directory, name);
    expect(await runMain(['import', 'x.csv', '--mapping', path])).toEqual({
      code: 1,
      out: '',
      said: `The mapping ${path} cannot be used: ${sentence}`,
    });
  });

  test('refuses a setting that nobody declared', async () => {
    expect(await runMain(['check'], { EARSHOT_DATE: 'x' })).toEqual({
      code: 1,
      out: '',
      said: 'EARSHOT_DATE is no setting of Earshot; did you mean EARSHOT_DATA?',
    });
  });

  test('lists every command when asked for help, and the options of each', async () => {
    for (const argv of [[], ['help'], ['--help']]) {
      const { out, code } = await runMain(argv);
      expect(code).toBe(0);
      for (const { name } of commands) expect(out).toContain(`  ${name} `);
    }
    for (const { name, options } of commands) {
      const { out } = await runMain([name, '--help']);
      expect(await runMain(['help', name])).toMatchObject({ out, code: 0 });
      for (const option of [...Object.keys(options), 'data', 'format']) expect(out).toContain(`--${option}`);
    }
  });
});
