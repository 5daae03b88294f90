import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMain } from '../../../test/run-main.ts';

describe('settings and events on the command line', () => {
  let home = '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'earshot-settings-command-'));
    await writeFile(join(home, 'calendar.json'), '{ "zone": "Asia/Shanghai", "weekStart": 7 }');
    await writeFile(join(home, 'list.json'), '[]');
  });

  afterAll(() => rm(home, { recursive: true, force: true }));

  const earshot = (...argv: readonly string[]) => runMain(argv, { EARSHOT_DATA: join(home, 'data') });

  test('shows a setting, changes it from a file, and lists all of them', async () => {
    expect(JSON.parse((await earshot('settings', 'courtesy')).out)).toEqual({ enabled: true, words: [] });
    const changed = await earshot('settings', 'calendar', '--set', join(home, 'calendar.json'), '--format', 'json');
    expect(JSON.parse(changed.out)).toMatchObject({ version: 1, value: { zone: 'Asia/Shanghai', weekStart: 7 } });
    const listed = (await earshot('settings')).out;
    expect(listed).toContain('calendar');
    expect(listed).toContain('{"zone":"Asia/Shanghai","weekStart":7}');
  });

  test('previews a change', async () => {
    const preview = await earshot('settings', 'calendar', '--preview', join(home, 'calendar.json'));
    expect(preview.out).toContain('Touches no ticket by itself.');
  });

  test('adds an event and lists it', async () => {
    const added = await earshot(
      'events',
      '--add',
      'Lamp',
      '--kind',
      'launch',
      '--from',
      '2026-06-01',
      '--scope',
      'product=lamp',
      '--format',
      'json',
    );
    expect(JSON.parse(added.out)).toMatchObject([{ name: 'Lamp', until: '2026-06-01', scope: { dimension: 'product', value: 'lamp' } }]);
    expect((await earshot('events', '--from', '2026-06-01', '--until', '2026-06-30')).out).toMatch(
      /2026-06-01 +2026-06-01 +launch +Lamp +product=lamp/,
    );
  });

  test.each([
    [['settings', 'calender'], 1, '"calender" is no setting, did you mean "calendar"?'],
    [['settings', '--set', 'x'], 2, '--set is for one setting'],
    [['settings', 'goals', '--set', 'nowhere.json'], 1, 'There is no file nowhere.json'],
    [['settings', 'goals', '--set', 'list.json'], 1, 'holds no JSON object'],
    [['events', '--add', 'x'], 2, '--add needs --from DAY and --kind KIND.'],
    [['events', '--add', 'x', '--kind', 'party'], 2, '--kind cannot be "party"; allowed are launch, campaign'],
  ] as const)('refuses %j with one sentence', async (argv, code, sentence) => {
    const refused = await earshot(...argv.map((word) => (word === 'list.json' ? join(home, word) : word)));
    expect(refused.said).toContain(sentence);
    expect(refused).toMatchObject({ code, out: '' });
  });
});
