import { useQuery } from '@tanstack/react-query';
import { nameEvent } from '../../../catalog/locales/name-event.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';

/** What events that an answer speaks of by name are called for the reader, `…` until that is known; one that the calendar does not know keeps its name. */
export function useEventNames(): (name: string) => string {
  const { locale } = useReader();
  const { data } = useQuery({ queryKey: ['calendarEvents', 'all'], queryFn: ({ signal }) => call('calendarEvents', {}, signal) });
  const byName = new Map(data?.map((event) => [event.name, nameEvent(event, locale)]));
  return (name) => byName.get(name) ?? (data === undefined ? '…' : name);
}
