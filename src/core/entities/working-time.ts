import { computed, date, durationMs, entity, flag, instant, integer, label, list, nullable, number, text } from '../model/entity.ts';
import { derivedColumns, sourceColumns } from './shared-columns.ts';

/** Working schedules with their history: several rows of one schedule, each from its own instant on. */
export const schedules = entity({
  name: 'schedules',
  doc: 'Working schedules. A change is a new row with its own valid_from; the past stays as it was.',
  key: ['id', 'valid_from'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    name: text('name'),
    zone: text('IANA time zone'),
    valid_from: instant('since when these hours hold'),
    is_default: flag('for tickets whose team has none'),
    hours: list(
      {
        weekday: integer('1 Monday to 7 Sunday'),
        from_minute: integer('minutes after midnight, local'),
        to_minute: integer('minutes after midnight, local; 1440 is midnight'),
      },
      'split shifts are several rows a day',
    ),
    holidays: list({ from: date('first day'), until: date('last day, inclusive'), name: text('name') }, 'whole days, local'),
    holiday_set: computed(label('country, or country and region, whose public holidays are closed too: DE, GB-SCT; empty when none'), "''"),
    removed: computed(flag('taken away: no team works by it from valid_from on'), 'false'),
  },
});

/** Which schedule a team worked by since when, where the house has decided it; without a row that of its source holds. */
export const teamSchedules = entity({
  name: 'team_schedules',
  doc: 'Which schedule a team worked by since when, as decided in the settings. A change is a new row; the past stays as it was.',
  key: ['team_id', 'valid_from'],
  version: 'source',
  shardBy: 'team_id',
  columns: {
    team_id: label('the team'),
    valid_from: instant('since when'),
    schedule_id: label('the schedule; empty is the default one'),
    version: sourceColumns.version,
    import_id: sourceColumns.import_id,
  },
});

/** Targets, first match in order of position. */
export const slaPolicies = entity({
  name: 'sla_policies',
  doc: 'Targets. The first policy in order of position that matches a ticket applies.',
  key: ['id', 'valid_from'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    name: text('name'),
    position: integer('order; the smallest that matches applies'),
    valid_from: instant('since when it holds'),
    valid_until: nullable(instant('until when; null is still')),
    channels: list({ value: label('channel') }, 'empty is all'),
    teams: list({ value: label('team') }, 'empty is all'),
    categories: list({ value: label('category') }, 'empty is all'),
    targets: list(
      {
        metric: label('first_response, next_response, resolution, requester_wait, agent_work'),
        priority: label('priority; empty is any'),
        target_ms: durationMs('target'),
        clock: label('business or calendar'),
      },
      'one row a metric and priority',
    ),
  },
});

/** Launches, campaigns, holidays and whatever else explains a peak. */
export const calendarEvents = entity({
  name: 'calendar_events',
  doc: 'Launches, campaigns, holidays, policies, outages: marked on charts, known to anomalies and forecasts.',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    kind: label('launch, campaign, holiday, policy, outage or external'),
    name: text('name'),
    names: list(
      { language: label('en, zh-Hans, zh-Hant or ru'), name: text('name') },
      'its name by language, where it has one beside `name`',
    ),
    from: date('first day'),
    until: date('last day, inclusive'),
    scope_dimension: label('dimension it is limited to; empty is all'),
    scope_value: text('value of that dimension'),
    note: text('note'),
    removed: flag('taken off the calendar'),
  },
});

/** Working time of every schedule as a step line: between `from` and `until` it stands at `cumulative_ms`, or runs if `open`. */
export const workingTime = entity({
  name: 'working_time',
  doc: 'Breakpoints of schedules: working time since the first one, and whether it runs. Written from `schedules`.',
  key: ['schedule_id', 'from'],
  version: 'revision',
  shardBy: 'schedule_id',
  columns: {
    schedule_id: label('schedule'),
    from: instant('since'),
    until: instant('until'),
    cumulative_ms: durationMs('working time up to `from`'),
    rate: number('1 while open, 0 while closed'),
    ...derivedColumns,
  },
});
