import { addCalendarEvent, changeCalendarEvent, removeCalendarEvent } from '../../engine/calendar/change-calendar-events.ts';
import { eventProfile } from '../../engine/calendar/event-profile.ts';
import { readCalendarEvents } from '../../engine/calendar/read-calendar-events.ts';
import type { Handlers } from './handler.ts';

type Calls = 'calendarEvents' | 'addCalendarEvent' | 'changeCalendarEvent' | 'removeCalendarEvent' | 'eventProfile';

/** The event calendar. */
export const calendarHandlers: Pick<Handlers, Calls> = {
  calendarEvents: ({ workspace }, period) => readCalendarEvents(workspace, period),
  addCalendarEvent: ({ workspace }, input) => addCalendarEvent(workspace, input),
  changeCalendarEvent: ({ workspace }, input) => changeCalendarEvent(workspace, input),
  removeCalendarEvent: ({ workspace }, { id }) => removeCalendarEvent(workspace, id),
  eventProfile: ({ workspace }, { id }) => eventProfile(workspace, id),
};
