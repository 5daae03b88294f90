import { demoAgents } from './agents.ts';
import { demoCalendarEvents } from './calendar-events.ts';
import { demoSchedules } from './schedules.ts';
import { demoSlaPolicies } from './sla-policies.ts';
import { demoTeams } from './teams.ts';

/** What stands before the first ticket: people, teams, hours, targets and the calendar. */
export interface DemoSetup {
  readonly agents: ReturnType<typeof demoAgents>;
  readonly teams: ReturnType<typeof demoTeams>;
  readonly schedules: ReturnType<typeof demoSchedules>;
  readonly slaPolicies: ReturnType<typeof demoSlaPolicies>;
  readonly calendarEvents: ReturnType<typeof demoCalendarEvents>;
}

/** The setup's rows, marked with the import that brings them. */
export function demoSetup(importId = ''): DemoSetup {
  return {
    agents: demoAgents(importId),
    teams: demoTeams(importId),
    schedules: demoSchedules(importId),
    slaPolicies: demoSlaPolicies(importId),
    calendarEvents: demoCalendarEvents(importId),
  };
}
