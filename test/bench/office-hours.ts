import { schedules, slaPolicies } from '../../src/core/entities/working-time.ts';
import type { Workspace } from '../../src/engine/store/workspace.ts';

const minuteMs = 60_000;
const shared = { source: 'bench', version: 1, import_id: 'bench', valid_from: 0 };

const schedule = {
  ...shared,
  id: 'bench:office',
  name: 'Office',
  zone: 'Europe/London',
  is_default: true,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from_minute: 8 * 60, to_minute: 20 * 60 })),
  holidays: [],
};

const policy = {
  ...shared,
  id: 'bench:mail',
  name: 'Mail',
  position: 1,
  valid_until: null,
  channels: [{ value: 'email' }],
  teams: [],
  categories: [],
  targets: [
    { metric: 'first_response', priority: '', target_ms: 240 * minuteMs, clock: 'business' },
    { metric: 'next_response', priority: '', target_ms: 480 * minuteMs, clock: 'business' },
    { metric: 'resolution', priority: 'urgent', target_ms: 480 * minuteMs, clock: 'business' },
    { metric: 'resolution', priority: '', target_ms: 1440 * minuteMs, clock: 'business' },
  ],
};

/** Gives a workspace working hours and targets, as a workspace in use has them. */
export async function keepOfficeHours({ store, database }: Workspace): Promise<void> {
  await store.insert(database, schedules, [schedule]);
  await store.insert(database, slaPolicies, [policy]);
}
