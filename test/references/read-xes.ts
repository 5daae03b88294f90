import type { Events } from '../../src/core/journeys/event-log.ts';

/** Events of an XES log, each trace a case by its position, in the order of the file. */
export function readXes(xml: string): Events {
  const [cases, activities, atMs]: [number[], string[], number[]] = [[], [], []];
  xml
    .split('<trace>')
    .slice(1)
    .forEach((trace, index) => {
      for (const [, event = ''] of trace.matchAll(/<event>([\s\S]*?)<\/event>/g)) {
        cases.push(index);
        activities.push(attribute(event, 'concept:name'));
        atMs.push(Date.parse(attribute(event, 'time:timestamp')));
      }
    });
  return { cases, activities, atMs };
}

function attribute(event: string, key: string): string {
  return new RegExp(`key="${key}" value="([^"]*)"`).exec(event)?.[1] ?? '';
}
