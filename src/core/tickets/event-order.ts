import type { TicketEvent } from './ticket-event.ts';

/**
 * The events of a ticket in order of (at, sequence, id), each once. Two events with one id are the same event, of which the newer version counts
 * (messages and other events have ids of their own). The result does not depend on the order of arrival.
 */
export function orderEvents(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const once = hasTwins(events) ? newestOfEach(events) : events;
  return isOrdered(once) ? once : [...once].sort(compareEvents);
}

function compareEvents(a: TicketEvent, b: TicketEvent): number {
  return a.at - b.at || a.sequence - b.sequence || compareText(a.id, b.id) || compareText(a.kind, b.kind);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isOrdered(events: readonly TicketEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    if (compareEvents(events[i - 1] as TicketEvent, events[i] as TicketEvent) > 0) return false;
  }
  return true;
}

const fewEvents = 12;

function hasTwins(events: readonly TicketEvent[]): boolean {
  if (events.length > fewEvents) return new Set(events.map(identityOf)).size < events.length;
  for (let i = 1; i < events.length; i++) {
    for (let j = 0; j < i; j++) {
      if (isSame(events[i] as TicketEvent, events[j] as TicketEvent)) return true;
    }
  }
  return false;
}

function isSame(a: TicketEvent, b: TicketEvent): boolean {
  return a.id === b.id && (a.kind === 'message') === (b.kind === 'message');
}

function identityOf(event: TicketEvent): string {
  return event.kind === 'message' ? `message ${event.id}` : event.id;
}

function newestOfEach(events: readonly TicketEvent[]): TicketEvent[] {
  const newest = new Map<string, TicketEvent>();
  for (const event of events) {
    const known = newest.get(identityOf(event));
    if (!known || isNewer(event, known)) newest.set(identityOf(event), event);
  }
  return [...newest.values()];
}

function isNewer(event: TicketEvent, known: TicketEvent): boolean {
  const later = event.version - known.version || event.at - known.at || event.sequence - known.sequence;
  return later > 0 || (later === 0 && JSON.stringify(event) > JSON.stringify(known));
}
