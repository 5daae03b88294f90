import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { ingestRows } from '../ingest/ingest-rows.ts';
import { guessHours } from './guess-hours.ts';
import { openWorkspace } from './open-workspace.ts';
import { changeSetting } from './settings/change-setting.ts';
import { readSetting } from './settings/read-settings.ts';

test('guesses the hours of all and of each team by the clock of its own schedule', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'earshot-guess-'));
  const { configuration } = readConfiguration({ EARSHOT_DATA: join(directory, 'data') });
  const workspace = await openWorkspace(configuration, { clock: () => Date.UTC(2026, 3, 1) });
  await changeSetting(workspace, 'calendar', { zone: 'UTC', weekStart: 1 });
  await workspace.prepare();
  const rows = ['a', 'b', 'small'].flatMap((team) =>
    Array.from({ length: team === 'small' ? 100 : 1_200 }, (_, index) => {
      const day = [2, 3, 4, 5, 6][index % 5] ?? 2;
      const minute = (index * 7) % 480;
      const at = Date.UTC(2026, 2, day + 7 * (index % 4)) + (team === 'b' ? 60 : 540) * 60_000 + minute * 60_000;
      const created = new Date(at - 3_600_000).toISOString();
      return {
        id: `${team}${index}`,
        source: 's',
        created_at: created,
        first_response_at: new Date(at).toISOString(),
        team_id: `s:${team}`,
      };
    }),
  );
  await ingestRows(workspace.ingest, workspace.deriver, 'ticket_records', JSON.stringify(rows));
  await workspace.deriver.idle();
  const { value } = await readSetting(workspace, 'schedules');
  const [usual] = value.schedules;
  const asia = { ...usual, id: 'asia', name: 'Asia', isDefault: false, zone: 'Asia/Shanghai', teams: ['s:b'] };
  await changeSetting(workspace, 'schedules', { schedules: [usual, asia] });
  const guesses = await guessHours(workspace);
  await workspace.close();
  await rm(directory, { recursive: true, force: true });
  expect(guesses.map(({ team, zone, replies }) => [team, zone, replies])).toEqual([
    ['', 'UTC', 2_500],
    ['s:a', 'UTC', 1_200],
    ['s:b', 'Asia/Shanghai', 1_200],
  ]);
  const office = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_020 }));
  expect(guesses.slice(1).map(({ shifts }) => shifts)).toEqual([office, office]);
  expect(guesses[0]?.shifts[0]).toEqual({ weekday: 1, fromMinute: 60, toMinute: 1_020 });
});
